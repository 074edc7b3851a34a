package io.dictdb.files;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Supplier;

/** A clock that shows what it is told. */
public final class ToldTime extends Clock {
    private final Supplier<Instant> time;

    public ToldTime(Supplier<Instant> time) {
        this.time = time;
    }

    @Override
    public synchronized Instant instant() {
        return time.get();
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
