package io.dictdb.internal.backup;

import io.dictdb.internal.timer.Timer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/** Time that passes when it is told to: tasks are run by who lets it pass. The clock on the wall may be set to anything. */
final class Timeline extends Clock implements Supplier<Timer> {
    private final List<Task> tasks = new ArrayList<>();
    private static final Duration FAR = Duration.ofDays(10_000);
    private static final Instant BEGUN = Instant.parse("2026-11-25T10:00:00Z");
    private Instant now = BEGUN;
    private Duration wall = Duration.ZERO;
    private long numbers;
    private boolean still;

    private record Task(Instant at, long number, Runnable work, Owner owner) {}

    private final class Owner implements Timer {
        @Override
        public void after(Duration delay, Runnable task) {
            Instant at = delay.compareTo(FAR) < 0 ? now.plus(delay) : Instant.MAX;
            tasks.add(new Task(at, numbers++, task, this));
        }

        @Override
        public long nanoTime() {
            return ChronoUnit.NANOS.between(BEGUN, now);
        }

        @Override
        public void close() {
            tasks.removeIf(task -> task.owner() == this);
        }
    }

    @Override
    public Timer get() {
        return new Owner();
    }

    /** Lets time pass. */
    void pass(Duration time) {
        Instant end = now.plus(time);
        for (Task next = next(end); next != null; next = next(end)) {
            now = next.at();
            tasks.remove(next);
            next.work().run();
        }
        now = end;
    }

    private Task next(Instant end) {
        return tasks.stream()
                .filter(task -> !task.at().isAfter(end))
                .min(Comparator.comparing(Task::at).thenComparing(Task::number))
                .orElse(null);
    }

    int waiting() {
        return tasks.size();
    }

    /** Sets the clock on the wall. */
    void set(Duration by) {
        wall = wall.plus(by);
    }

    /** The clock on the wall stops. */
    void stop() {
        wall = Duration.between(Instant.EPOCH, instant());
        still = true;
    }

    @Override
    public Instant instant() {
        return still ? Instant.EPOCH.plus(wall) : now.plus(wall);
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
