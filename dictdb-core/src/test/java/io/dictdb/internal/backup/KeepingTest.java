package io.dictdb.internal.backup;

import static org.assertj.core.api.Assertions.assertThat;

import io.dictdb.backup.BackupFile;
import io.dictdb.backup.BackupFile.Kind;
import io.dictdb.backup.Retention;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/*
 * Random timelines: whatever goes, no kept delta loses what it needs, the newest verified backup stays with all that it needs, every point that was to be kept can be
 * restored, at every moment of the deleting, and nothing is kept that nobody asked for.
 */
class KeepingTest {
    private static final Instant START = Instant.parse("2026-11-25T00:00:00Z");
    private static final int TIMELINES = 10_000;

    @Test
    void tenThousandTimelines() {
        long seed = Long.getLong("dictdb.seed", System.nanoTime());
        System.out.println("KeepingTest: again with -Ddictdb.seed=" + seed);
        Random random = new Random(seed);
        int deleted = 0;
        for (int i = 0; i < TIMELINES; i++) {
            deleted += check(random);
        }
        assertThat(deleted).isGreaterThan(TIMELINES);
    }

    private static int check(Random random) {
        List<BackupFile> files = files(random);
        BackupFile verified = files.get(files.size() - 1 - random.nextInt(Math.min(3, files.size())));
        Instant now = files.get(files.size() - 1).at().plusSeconds(random.nextInt(4000) - 1000);
        Retention retention = retention(random);
        List<BackupFile> needed =
                files.subList(Math.max(0, base(files, files.indexOf(verified))), files.indexOf(verified) + 1);
        List<BackupFile> left = new ArrayList<>(files);
        for (List<BackupFile> gone = gone(retention, left, needed, now);
                !gone.isEmpty();
                gone = gone(retention, left, needed, now)) {
            assertThat(left).containsAll(gone).hasSizeGreaterThan(gone.size());
            for (BackupFile file : gone) {
                left.remove(file);
                requireWhole(files, left, verified);
            }
        }
        requireKept(retention, files, left, now);
        requireNoMore(retention, files, left, verified, now);
        return files.size() - left.size();
    }

    private static List<BackupFile> gone(
            Retention retention, List<BackupFile> files, List<BackupFile> needed, Instant now) {
        List<BackupFile> gone = new ArrayList<>();
        for (List<BackupFile> chain : new Keeping(retention).superfluous(List.copyOf(files), needed, now)) {
            for (int i = chain.size() - 1; i >= 0; i--) {
                gone.add(chain.get(i));
            }
        }
        assertThat(gone.stream().filter(file -> file.kind() == Kind.FULL))
                .hasSizeLessThanOrEqualTo(retention.age().isPresent() ? 1 : files.size());
        return gone;
    }

    private static List<BackupFile> files(Random random) {
        List<BackupFile> files = new ArrayList<>();
        Instant at = START;
        int many = 1 + random.nextInt(30);
        for (int i = 0; i < many; i++) {
            at = at.plusSeconds(1 + random.nextInt(600));
            Kind kind = random.nextInt(4) == 0 ? Kind.FULL : Kind.DELTA;
            files.add(new BackupFile(Path.of(kind + "-" + i), kind, at, 1));
        }
        return files;
    }

    private static Retention retention(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> Retention.keepAll();
            case 1 -> Retention.keepFulls(1 + random.nextInt(4));
            default -> Retention.keepFor(Duration.ofSeconds(random.nextInt(6000)));
        };
    }

    /** The full backup that a file needs, or -1. */
    private static int base(List<BackupFile> files, int place) {
        int base = place;
        while (base >= 0 && files.get(base).kind() == Kind.DELTA) {
            base--;
        }
        return base;
    }

    private static void requireWhole(List<BackupFile> files, List<BackupFile> left, BackupFile verified) {
        Set<BackupFile> kept = new HashSet<>(left);
        for (int i = 0; i < files.size(); i++) {
            for (int j = Math.max(0, base(files, i)); kept.contains(files.get(i)) && j < i; j++) {
                assertThat(kept).as("what %s needs", files.get(i)).contains(files.get(j));
            }
        }
        assertThat(kept).contains(verified);
    }

    /** Each point within the time, or of the newest full backups, is still there. */
    private static void requireKept(Retention retention, List<BackupFile> files, List<BackupFile> left, Instant now) {
        if (retention.age().isPresent()) {
            Instant oldest = now.minus(retention.age().get());
            for (int i = 0; i < files.size(); i++) {
                boolean current = i + 1 == files.size() || files.get(i + 1).at().isAfter(oldest);
                if (current) {
                    assertThat(left).as("the state at %s", oldest).contains(files.get(i));
                }
            }
        } else {
            List<BackupFile> fulls =
                    files.stream().filter(file -> file.kind() == Kind.FULL).toList();
            int most = retention.fulls().orElse(Integer.MAX_VALUE);
            assertThat(left).containsAll(fulls.subList(Math.max(0, fulls.size() - most), fulls.size()));
            if (retention.fulls().isEmpty()) {
                assertThat(left).isEqualTo(files);
            }
        }
    }

    private static void requireNoMore(
            Retention retention, List<BackupFile> files, List<BackupFile> left, BackupFile verified, Instant now) {
        int newest = base(files, files.indexOf(verified));
        long fulls = left.stream()
                .filter(file -> file.kind() == Kind.FULL && files.indexOf(file) < newest)
                .count();
        if (retention.fulls().isPresent() && fulls > 0) {
            long all = left.stream().filter(file -> file.kind() == Kind.FULL).count();
            assertThat(all).isLessThanOrEqualTo(retention.fulls().getAsInt());
        }
        if (retention.age().isPresent() && files.indexOf(left.get(0)) < newest) {
            int next = files.indexOf(left.get(0)) + 1;
            while (files.get(next).kind() == Kind.DELTA) {
                next++;
            }
            assertThat(files.get(next).at()).isAfter(now.minus(retention.age().get()));
        }
    }
}
