package io.dictdb.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.SecureRandom;
import java.util.List;

/** Where the seeds of one property come from and where its failing ones go. */
final class Seeds {
    private static final String START = "dictdb.seed";

    private final String property;
    private final Path failed;

    Seeds(String property, Path failed) {
        this.property = property;
        this.failed = failed;
    }

    /** The seed of the first run; those of the others follow from it. */
    long start() {
        String given = System.getProperty(START);
        return given == null ? new SecureRandom().nextLong() : Long.parseLong(given);
    }

    /** Seeds that once failed, from a resource of the test; empty lines and what follows a # are skipped. */
    List<Long> remembered() {
        try (InputStream in =
                Thread.currentThread().getContextClassLoader().getResourceAsStream("seeds/" + property + ".txt")) {
            String text = in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .map(line -> line.replaceFirst("#.*", "").trim())
                    .filter(line -> !line.isEmpty())
                    .map(Long::valueOf)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void keep(long seed) {
        try {
            Files.createDirectories(failed);
            Files.writeString(
                    failed.resolve(property + ".txt"),
                    seed + "\n",
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String option(long seed) {
        return "-D" + START + "=" + seed;
    }

    String replay(long seed) {
        return "mvn test -Dtest=" + test() + " -Dsurefire.failIfNoSpecifiedTests=false " + option(seed);
    }

    /* The test is the caller nearest to us that is not part of the harness. */
    private static String test() {
        return StackWalker.getInstance()
                .walk(frames -> frames.filter(f -> !isHarness(f.getClassName())).findFirst())
                .map(f -> simpleName(f.getClassName()) + "#"
                        + f.getMethodName().replaceFirst("^lambda\\$([^$]+)\\$.*", "$1"))
                .orElse("*");
    }

    private static boolean isHarness(String className) {
        return className.equals(Seeds.class.getName())
                || className.equals(Property.class.getName())
                || className.startsWith("java.");
    }

    private static String simpleName(String className) {
        return className.substring(className.lastIndexOf('.') + 1).replaceFirst("\\$.*", "");
    }
}
