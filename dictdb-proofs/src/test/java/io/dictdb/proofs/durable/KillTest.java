package io.dictdb.proofs.durable;

import static io.dictdb.Dsl.field;
import static io.dictdb.Dsl.sum;
import static org.assertj.core.api.Assertions.assertThat;

import io.dictdb.DictDB;
import io.dictdb.Row;
import io.dictdb.SyncPolicy;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/*
 * A process is killed in the middle of its work, again and again, in one and the same store. What it had told is there; nothing is there by halves; the store opens each time without anybody's help.
 */
class KillTest {
    private static final int KILLS = Integer.getInteger("dictdb.kills", 50);

    /** So many times in one store; as it grows, images become rarer. */
    private static final int IN_ONE = 100;

    @TempDir
    Path all;

    private Path directory;
    private final List<Told> told = new ArrayList<>();
    private Set<Path> litter = Set.of();
    private long killed;
    private long lost;
    private long oldest;
    private long images;

    private record Told(int thread, long number, long millis) {}

    @ParameterizedTest
    @EnumSource
    void killed(SyncPolicy policy) throws IOException, InterruptedException {
        long seed = Long.getLong("dictdb.seed", System.nanoTime());
        System.out.println("KillTest, " + policy + ": again with -Ddictdb.seed=" + seed);
        Random random = new Random(seed);
        int kills = policy == SyncPolicy.EVERY_COMMIT ? KILLS / 2 : KILLS / 4 + 1;
        for (int i = 0; i < kills; i++) {
            told.clear();
            directory = Files.createDirectories(all.resolve("store " + i / IN_ONE));
            litter = unfinished();
            kill(policy, random.nextInt(500), random.nextInt(3) > 0 ? 10_000 : 0);
            images += isWritingAnImage() ? 1 : 0;
            check(policy);
            if ((i + 1) % 25 == 0 || i + 1 == kills) {
                tell(policy, i + 1);
            }
        }
    }

    private void tell(SyncPolicy policy, int kills) {
        System.out.println(
                "KillTest, " + policy + ": " + kills + " kills, " + images + " of them while an image was written; "
                        + lost + " commits lost that had been told, the oldest " + oldest + " ms before");
    }

    private boolean isWritingAnImage() throws IOException {
        return !litter.containsAll(unfinished());
    }

    private Set<Path> unfinished() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> file.toString().endsWith(".tmp")).collect(Collectors.toSet());
        }
    }

    /**
     * Reads so many lines, kills, and reads what had been told by then.
     *
     * @param more how many more it reads while it waits for an image to be written
     */
    private void kill(SyncPolicy policy, int lines, int more) throws IOException, InterruptedException {
        Process victim = started(policy);
        try (BufferedReader out = victim.inputReader(StandardCharsets.US_ASCII)) {
            for (int i = 0; i < lines; i++) {
                note(out.readLine());
            }
            for (int i = 0; i < more && !isWritingAnImage(); i++) {
                note(out.readLine());
            }
            killed = System.currentTimeMillis();
            boolean unused =
                    victim.toHandle().destroyForcibly(); // the process itself would close what is to be read yet
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                note(line);
            }
        } finally {
            victim.destroyForcibly().waitFor();
        }
    }

    private Process started(SyncPolicy policy) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xshare:auto", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx128m"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Victim.class.getName()));
        command.addAll(List.of(directory.toString(), policy.name()));
        return new ProcessBuilder(command)
                .redirectError(new File(directory.toFile(), "errors.txt"))
                .start();
    }

    /** The last line may be cut. */
    private void note(String line) {
        assertThat(line).as("what the process tells; see errors.txt").isNotNull();
        String[] words = line.split(" ", -1);
        if (words.length == 3 && words[2].length() == String.valueOf(killed).length()) {
            told.add(new Told(Integer.parseInt(words[0]), Long.parseLong(words[1]), Long.parseLong(words[2])));
        }
    }

    private void check(SyncPolicy policy) {
        try (DictDB db = Victim.opened(directory, policy)) {
            if (db.listTables().isEmpty()) {
                assertThat(told).isEmpty();
                return;
            }
            long all = 0;
            for (int thread = 0; thread < Victim.THREADS; thread++) {
                long done = Victim.done(db, thread);
                requireKept(policy, thread, done);
                assertThat(numbers(db, thread)).as("thread %s", thread).isEqualTo(done * (done + 1) / 2);
                all += done;
            }
            assertThat(money(db, "current")).isEqualTo(Victim.MONEY * Victim.ACCOUNTS - all);
            assertThat(money(db, "savings")).isEqualTo(Victim.MONEY * Victim.ACCOUNTS + all);
        }
    }

    /** Of each thread the first so many are there. */
    private void requireKept(SyncPolicy policy, int thread, long done) {
        for (Told one : told) {
            if (one.thread == thread && one.number > done) {
                assertThat(policy).as("%s is lost", one).isNotEqualTo(SyncPolicy.EVERY_COMMIT);
                lost++;
                oldest = Math.max(oldest, killed - one.millis);
            }
        }
        assertThat(oldest).isLessThanOrEqualTo(Victim.INTERVAL + 200);
    }

    private static long numbers(DictDB db, int thread) {
        Row row = db.getTable("log")
                .aggregate(sum("number"))
                .where(field("thread").eq(thread))
                .row();
        Long sum = row.getLong("sum_number");
        return sum == null ? 0 : sum;
    }

    private static long money(DictDB db, String table) {
        return db.getTable(table).aggregate(sum("money")).row().getLong("sum_money");
    }
}
