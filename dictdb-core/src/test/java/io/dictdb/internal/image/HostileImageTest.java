package io.dictdb.internal.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dictdb.CorruptFileException;
import io.dictdb.DictDB;
import io.dictdb.Dsl;
import io.dictdb.IndexType;
import io.dictdb.Schema;
import io.dictdb.StorageException;
import io.dictdb.Table;
import io.dictdb.UnsupportedFormatException;
import io.dictdb.UnsupportedFormatException.Reason;
import io.dictdb.internal.engine.Integrity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/* Images whose checksums are right and whose content is not what we write; and frames that are whole, but in the wrong place. */
class HostileImageTest {
    private static final int RUNS = Integer.getInteger("dictdb.fuzz.runs", 4_000);

    @TempDir
    Path directory;

    private Path file;
    private byte[] image;

    @BeforeEach
    void save() throws IOException {
        DictDB db = DictDB.create();
        Schema schema = Schema.builder()
                .field("s", String.class, "none")
                .nullable("n", Long.class)
                .build();
        Table typed = db.createTable("typed", "id", schema);
        typed.createIndex("s");
        Table table = db.createTable("t");
        table.createIndex("v", IndexType.SORTED);
        for (int i = 0; i < 300; i++) {
            typed.insert(Map.of("n", i * i));
            table.insert(
                    i % 50 == 7 ? Map.of("w", List.of(i, Map.of("x", 1.5))) : Map.of("v", "v" + i % 3, "d", i / 3.0));
        }
        table.delete(Dsl.field("id").between(3, 20));
        file = directory.resolve("db.ddb");
        db.save(file);
        image = Files.readAllBytes(file);
    }

    private void load(byte[] bytes) throws IOException {
        Files.write(file, bytes);
        DictDB loaded = DictDB.load(file);
        assertThat(Integrity.verify(loaded)).isEmpty();
        loaded.listTables()
                .forEach(name ->
                        assertThat(loaded.getTable(name).all().toString()).isNotNull());
    }

    @Test
    void contentThatWasChangedAndChecksummedAnew() throws IOException {
        long seed = Long.getLong("dictdb.seed", new Random().nextLong());
        Random random = new Random(seed);
        int refused = 0;
        for (int run = 0; run < RUNS; run++) {
            byte[] changed = image.clone();
            int from = Frame.FILE_HEADER + Frame.HEADER;
            int length = Frame.over(image).getInt(Frame.FILE_HEADER + 5);
            for (int i = random.nextInt(3); i >= 0; i--) {
                changed[from + random.nextInt(length)] =
                        (byte) (random.nextBoolean() ? random.nextInt() : random.nextInt(4));
            }
            long id = Frame.over(image).getLong(12);
            Frame.over(changed).putInt(from + length, Frame.checksum(id, 0, changed, from, length));
            try {
                load(changed);
            } catch (CorruptFileException e) {
                refused++;
            } catch (RuntimeException | AssertionError | StackOverflowError e) {
                throw new AssertionError("run " + run + " of -Ddictdb.seed=" + seed, e);
            }
        }
        assertThat(refused).as("of %s, seed %s", RUNS, seed).isBetween(RUNS / 10, RUNS - 1);
    }

    @Test
    void framesInTheWrongPlace() throws IOException {
        DictDB db = DictDB.create();
        Table table = db.createTable("t");
        for (int i = 0; i < 8; i++) {
            table.insert(Map.of("v", "x".repeat(Frame.PAYLOAD / 2) + i));
        }
        db.save(file);
        byte[] whole = Files.readAllBytes(file);
        int frame = Frame.HEADER + Frame.over(whole).getInt(Frame.FILE_HEADER + 5) + Frame.CHECKSUM;
        int second = Frame.FILE_HEADER + frame;
        byte[] swapped = whole.clone();
        System.arraycopy(whole, second, swapped, Frame.FILE_HEADER, frame);
        System.arraycopy(whole, Frame.FILE_HEADER, swapped, second, frame);
        refused(swapped);
        byte[] doubled = whole.clone();
        System.arraycopy(whole, Frame.FILE_HEADER, doubled, second, frame);
        refused(doubled);
        db.save(file);
        byte[] stale = Files.readAllBytes(file);
        System.arraycopy(whole, second, stale, second, frame);
        refused(stale);
        byte[] zeroed = whole.clone();
        Arrays.fill(zeroed, second + 4_096, second + 8_192, (byte) 0);
        refused(zeroed);
    }

    private void refused(byte[] bytes) {
        assertThatThrownBy(() -> load(bytes))
                .isInstanceOf(CorruptFileException.class)
                .isInstanceOf(StorageException.class)
                .hasMessageContaining(file.toString());
    }

    @Test
    void otherVersionsAreToldApart() {
        assertVersion(0, Reason.TOO_OLD);
        assertVersion(2, Reason.TOO_NEW);
        assertVersion(0xFFFF, Reason.TOO_NEW);
    }

    private void assertVersion(int version, Reason reason) {
        byte[] other = image.clone();
        Frame.over(other).putShort(8, (short) version);
        Frame.over(other).putInt(20, Frame.checksum(other, 20));
        assertThatThrownBy(() -> load(other)).isInstanceOfSatisfying(UnsupportedFormatException.class, e -> {
            assertThat(e.version()).isEqualTo(version);
            assertThat(e.reason()).isEqualTo(reason);
        });
    }
}
