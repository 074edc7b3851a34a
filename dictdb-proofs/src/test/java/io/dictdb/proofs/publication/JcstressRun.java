package io.dictdb.proofs.publication;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.openjdk.jcstress.infra.Status;
import org.openjdk.jcstress.infra.collectors.DiskReadCollector;
import org.openjdk.jcstress.infra.collectors.InProcessCollector;
import org.openjdk.jcstress.infra.collectors.TestResult;

/**
 * A run of jcstress in a JVM of its own, and what came of it.
 *
 * <p>jcstress starts a further JVM for each test and each set of flags, and ends its own when something fails; so it is a child here, with
 * a limit of time after which it and its children are killed. Verdicts are not read from what it prints but from the file of results that
 * it keeps beside its report, all in a directory under the module's build directory. A test has failed when it had an outcome that is not
 * acceptable or did not end normally (an exception, a crash, a hang).
 *
 * @param samples how often each test was tried
 * @param failures for each test that failed, why
 */
record JcstressRun(int exit, Map<String, Long> samples, Map<String, String> failures) {
    /** One mode of compiling for all actors, no pinning of threads: other modes multiply the time and find faults of the compiler. */
    private static final List<String> ALWAYS = List.of("-sc", "false", "-af", "NONE", "-f", "1", "-fsm", "1");

    private static final int MINUTES = Integer.getInteger("dictdb.jcstress.minutes", 10);

    /** Runs the tests of a package of this module. */
    static JcstressRun of(String tests, List<String> options) throws IOException, InterruptedException {
        Path directory = emptied(built().resolveSibling("jcstress").resolve(tests));
        Process process = started(directory, command(tests, options));
        try {
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                throw new AssertionError("jcstress did not end in " + MINUTES + " minutes; see " + directory);
            }
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        return of(process.exitValue(), results(directory));
    }

    private static List<String> command(String tests, List<String> options) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(List.of("org.openjdk.jcstress.Main", "-t", "^io\\.dictdb\\.proofs\\." + tests + "\\..*"));
        command.addAll(ALWAYS);
        command.addAll(options);
        return command;
    }

    private static Process started(Path directory, List<String> command) throws IOException {
        File printed = directory.resolve("output.txt").toFile();
        return new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(printed)
                .start();
    }

    private static Collection<TestResult> results(Path directory) throws IOException {
        InProcessCollector collector = new InProcessCollector();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*.bin.gz")) {
            for (Path file : files) {
                new DiskReadCollector(file.toString(), collector).dump();
            }
        } catch (ClassNotFoundException e) {
            throw new AssertionError("the results are of another jcstress", e);
        }
        return collector.getTestResults();
    }

    private static JcstressRun of(int exit, Collection<TestResult> results) {
        Map<String, Long> samples = new TreeMap<>();
        Map<String, String> failures = new TreeMap<>();
        for (TestResult result : results) {
            samples.merge(result.getName(), result.getTotalCount(), Long::sum);
            if (result.status() != Status.NORMAL || !result.grading().isPassed) {
                failures.put(result.getName(), reason(result));
            }
        }
        return new JcstressRun(exit, samples, failures);
    }

    private static String reason(TestResult result) {
        return result.status() + " " + result.grading().failureMessages + " " + result.getMessages() + " with "
                + result.getConfig().jvmArgs;
    }

    private static Path built() {
        try {
            return Path.of(JcstressRun.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    /** Results of an earlier run must not speak for this one. */
    private static Path emptied(Path directory) throws IOException {
        Files.createDirectories(directory);
        try (Stream<Path> old = Files.walk(directory)) {
            old.sorted(Comparator.reverseOrder())
                    .filter(path -> !path.equals(directory))
                    .forEach(JcstressRun::delete);
        }
        return directory;
    }

    private static void delete(Path path) {
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
