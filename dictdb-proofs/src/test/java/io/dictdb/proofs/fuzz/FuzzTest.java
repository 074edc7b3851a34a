package io.dictdb.proofs.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/*
 * Each parser is given bytes that nobody thought of. In a build these are the seeds and some random changes of them; with -Pfuzz, Jazzer looks for inputs that reach new
 * code, for as long as dictdb.fuzz.seconds says, each target in a JVM of its own with a bounded heap.
 */
class FuzzTest {
    private static final int SECONDS = Integer.getInteger("dictdb.fuzz.seconds", 0);
    private static final int CHANGES = 300;

    @TempDir
    Path directory;

    @Test
    void json() throws Exception {
        fuzz(JsonTarget.class, JsonTarget::fuzzerTestOneInput, Seeds.json(directory));
    }

    @Test
    void image() throws Exception {
        fuzz(ImageTarget.class, ImageTarget::fuzzerTestOneInput, Seeds.image(directory));
    }

    @Test
    void pickle() throws Exception {
        fuzz(PickleTarget.class, PickleTarget::fuzzerTestOneInput, Seeds.pickle(directory));
    }

    @Test
    void delta() throws Exception {
        fuzz(DeltaTarget.class, DeltaTarget::fuzzerTestOneInput, Seeds.delta(directory));
    }

    @Test
    void journal() throws Exception {
        List<byte[]> seeds = Seeds.journal(directory);
        assertThat(seeds).allMatch(JournalTarget::isGood);
        fuzz(JournalTarget.class, JournalTarget::fuzzerTestOneInput, seeds);
    }

    @Test
    void csv() throws Exception {
        fuzz(CsvTarget.class, CsvTarget::fuzzerTestOneInput, Seeds.csv());
    }

    private void fuzz(Class<?> target, Consumer<byte[]> call, List<byte[]> seeds)
            throws IOException, InterruptedException {
        if (SECONDS > 0) {
            jazzer(target, seeds);
        } else {
            change(call, seeds);
        }
    }

    private static void change(Consumer<byte[]> call, List<byte[]> seeds) {
        long seed = Long.getLong("dictdb.seed", new Random().nextLong());
        Random random = new Random(seed);
        for (byte[] good : seeds) {
            call.accept(good);
            for (int i = 0; i < CHANGES; i++) {
                byte[] bad = good.clone();
                for (int n = random.nextInt(4); n >= 0 && bad.length > 0; n--) {
                    bad[random.nextInt(bad.length)] = (byte) random.nextInt();
                }
                try {
                    call.accept(bad);
                } catch (RuntimeException | AssertionError | StackOverflowError e) {
                    throw new AssertionError("change " + i + " with -Ddictdb.seed=" + seed, e);
                }
            }
        }
    }

    private void jazzer(Class<?> target, List<byte[]> seeds) throws IOException, InterruptedException {
        Path corpus = Files.createDirectory(directory.resolve("corpus"));
        for (int i = 0; i < seeds.size(); i++) {
            Files.write(corpus.resolve("seed" + i), seeds.get(i));
        }
        File printed = new File("target/fuzz-" + target.getSimpleName() + ".txt");
        Process process = new ProcessBuilder(command(target, corpus))
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(printed)
                .start();
        try {
            assertThat(process.waitFor()).as("see %s", printed).isZero();
        } finally {
            process.destroyForcibly();
        }
        assertThat(Files.readString(printed.toPath())).contains("Done ");
    }

    private static List<String> command(Class<?> target, Path corpus) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx1g", "-cp", System.getProperty("java.class.path")));
        command.add("com.code_intelligence.jazzer.Jazzer");
        command.add("--target_class=" + target.getName());
        command.add("--instrumentation_includes=io.dictdb.**:tools.jackson.core.**:de.siegmar.fastcsv.**");
        command.add(corpus.toString());
        command.addAll(List.of("-max_total_time=" + SECONDS, "-timeout=10", "-rss_limit_mb=4096"));
        return command;
    }
}
