package io.dictdb.durable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.dictdb.CorruptFileException;
import io.dictdb.DictDB;
import io.dictdb.OpenReport;
import io.dictdb.StorageException;
import io.dictdb.SyncPolicy;
import io.dictdb.Table;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/* What a disk does to a journal is found: a torn end is left out and told, everything else opens nothing. */
class JournalDamageTest {
    private static final int COMMITS = Integer.getInteger("dictdb.damage.commits", 60);
    private static final int BLOCK = 512;

    @TempDir
    Path directory;

    private final List<String> states = new ArrayList<>();

    /** A store that was closed, with the content after each commit. */
    private SimulatedDisk closed() {
        SimulatedDisk disk = new SimulatedDisk(directory);
        try (DictDB db = Stores.opened(disk, directory, SyncPolicy.EVERY_COMMIT)) {
            fill(db, COMMITS);
        }
        return disk;
    }

    private void fill(DictDB db, int commits) {
        states.add(Content.of(db));
        Table table = db.createTable("t");
        states.add(Content.of(db));
        for (int i = 2; i <= commits; i++) {
            table.upsert(Map.of("id", i % 40, "v", "value " + i, "w", List.of(i, 1.5)));
            states.add(Content.of(db));
        }
    }

    private static Path segment(SimulatedDisk disk) {
        return disk.files().stream()
                .filter(file -> file.toString().endsWith(".ddj"))
                .findFirst()
                .orElseThrow();
    }

    private OpenReport opened(SimulatedDisk disk) {
        try (DictDB db = Stores.opened(disk, directory, SyncPolicy.EVERY_COMMIT)) {
            assertThat(Content.of(db)).isEqualTo(states.get((int) db.sequence()));
            return db.openReport().orElseThrow();
        }
    }

    private SimulatedDisk with(SimulatedDisk disk, byte[] bytes) throws IOException {
        SimulatedDisk damaged = disk.copy();
        damaged.put(segment(disk), bytes);
        return damaged;
    }

    @Test
    void cutAtEveryByte() throws IOException {
        SimulatedDisk disk = closed();
        byte[] bytes = disk.content(segment(disk));
        long last = 0;
        for (int length = 0; length < bytes.length; length++) {
            OpenReport report = opened(with(disk, Arrays.copyOf(bytes, length)));
            assertThat(report.sequence()).isBetween(last, last + 1);
            assertThat(report.bytesCut()).isLessThan(300);
            last = report.sequence();
        }
        assertThat(last).isEqualTo(COMMITS);
    }

    /* Nothing is opened that is not what was written; and if it can be known that something is wrong, nothing is opened at all. */
    @Test
    void everyBit() throws IOException {
        SimulatedDisk disk = closed();
        byte[] bytes = disk.content(segment(disk));
        int cut = 0;
        for (int i = 0; i < bytes.length; i++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] flipped = bytes.clone();
                flipped[i] ^= (byte) (1 << bit);
                cut += found(with(disk, flipped), i, bytes.length) ? 0 : 1;
            }
        }
        assertThat(cut).as("the mark at the end itself").isLessThanOrEqualTo(16 * 8);
    }

    /** Whether opening failed. */
    private boolean found(SimulatedDisk damaged, int at, int length) {
        StorageException found = catchThrowableOfType(StorageException.class, () -> {
            OpenReport report = opened(damaged);
            assertThat(report.sequence()).as("byte %s of %s", at, length).isEqualTo(COMMITS);
            assertThat(report.bytesCut()).isPositive();
        });
        if (found instanceof CorruptFileException corrupt) {
            assertThat(corrupt.path()).isEqualTo(segment(damaged));
            assertThat(corrupt.offset()).isLessThanOrEqualTo(at);
            assertThat(corrupt.sequence()).isPresent();
        }
        return found != null;
    }

    @Test
    void blocks() throws IOException {
        SimulatedDisk disk = closed();
        byte[] bytes = disk.content(segment(disk));
        Random random = new Random(1);
        for (int from = 0; from + BLOCK < bytes.length; from += BLOCK) {
            byte[] zeroed = bytes.clone();
            Arrays.fill(zeroed, from, from + BLOCK, (byte) 0);
            assertThat(found(with(disk, zeroed), from + BLOCK, bytes.length)).isTrue();
            byte[] noise = bytes.clone();
            byte[] block = new byte[BLOCK];
            random.nextBytes(block);
            System.arraycopy(block, 0, noise, from, BLOCK);
            assertThat(found(with(disk, noise), from + BLOCK, bytes.length)).isTrue();
            for (int other = from + BLOCK; other + BLOCK < bytes.length; other += BLOCK) {
                byte[] swapped = bytes.clone();
                System.arraycopy(bytes, from, swapped, other, BLOCK);
                System.arraycopy(bytes, other, swapped, from, BLOCK);
                assertThat(found(with(disk, swapped), from + BLOCK, bytes.length))
                        .isTrue();
                byte[] doubled = bytes.clone();
                System.arraycopy(bytes, from, doubled, other, BLOCK);
                assertThat(found(with(disk, doubled), other + BLOCK, bytes.length))
                        .isTrue();
            }
        }
    }

    /* What an older file has left there: the same commits, in the same places. Only a header that is older is told by its number, which no other file of a store had. */
    @Test
    void staleBlocks() throws IOException {
        SimulatedDisk disk = closed();
        byte[] bytes = disk.content(segment(disk));
        states.clear();
        SimulatedDisk other = closed();
        byte[] older = other.content(segment(other));
        for (int from = BLOCK; from + BLOCK < bytes.length; from += BLOCK) {
            byte[] stale = bytes.clone();
            System.arraycopy(older, from, stale, from, BLOCK);
            assertThat(Arrays.equals(stale, bytes))
                    .as("no two segments have the same bytes")
                    .isFalse();
            assertThat(found(with(disk, stale), from + BLOCK, bytes.length)).isTrue();
        }
    }

    @Test
    void somethingBehindTheEnd() throws IOException {
        SimulatedDisk disk = closed();
        byte[] bytes = disk.content(segment(disk));
        byte[] longer = Arrays.copyOf(bytes, bytes.length + 100);
        OpenReport report = opened(with(disk, longer));
        assertThat(report.sequence()).isEqualTo(COMMITS);
        assertThat(report.bytesCut()).isEqualTo(100);
        assertThat(report.notes()).hasSize(1);
        assertThat(report.toString()).contains(segment(disk).toString(), "100 bytes");
    }
}
