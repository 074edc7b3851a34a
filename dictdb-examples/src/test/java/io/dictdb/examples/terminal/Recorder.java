package io.dictdb.examples.terminal;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;

/** Keeps what is written, and makes screens whose clock runs on by a millisecond each time it is looked at. */
public final class Recorder {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Charset charset;

    public Recorder() {
        this(StandardCharsets.UTF_8);
    }

    public Recorder(Charset charset) {
        this.charset = charset;
    }

    /** A pipe. */
    public Output output() {
        return output(Map.of(), false);
    }

    public Output output(Map<String, String> environment, boolean console) {
        return new Output(stream(out), stream(err), environment, console, charset);
    }

    private PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, charset);
    }

    /** A screen for a pipe. */
    public Screen screen() {
        return screen(new Look(false, false, Glyphs.of(charset)));
    }

    public Screen screen(Look look) {
        return new Screen(stream(out), look, ticker());
    }

    public static LongSupplier ticker() {
        AtomicLong now = new AtomicLong();
        return () -> now.addAndGet(TimeUnit.MILLISECONDS.toNanos(1));
    }

    public String text() {
        return out.toString(charset);
    }

    public List<String> lines() {
        return text().lines().toList();
    }

    public String complaints() {
        return err.toString(charset);
    }
}
