package io.dictdb.pickle;

import io.dictdb.CorruptFileException;
import io.dictdb.DictDBException;
import io.dictdb.StorageException;
import io.dictdb.spi.DatabaseBuilder;
import io.dictdb.spi.FileFormatProvider;
import io.dictdb.spi.SavedDatabase;
import io.dictdb.spi.SourceFile;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.OptionalLong;

/**
 * The format {@code pickle}: files that Python DictDB 1.11 saves and loads.
 *
 * <p>Pickles of protocols 0 to 5 are read; nothing in them is run, and whatever is not plain data is refused. Tuples become lists, {@code bytes} become {@code byte[]}; sets
 * become lists where {@link io.dictdb.LoadOptions#setsAsLists} says so and are refused otherwise, as are dicts whose keys are no strings.
 *
 * <p>Protocol 4 is written: null, Boolean, String, integers, Double, {@code byte[]}, List and Map. Values and fields of a schema of other classes are refused. The files have no
 * room for indexes, the number of the commit, and what a schema says about nulls and defaults: these are not written. They have no checksum.
 *
 * <p>Used through its name and its extensions, {@code .pickle} and {@code .pkl}; there is nothing to call.
 */
public final class PickleFormat implements FileFormatProvider {
    private static final int OLDEST_RECOGNISED = 2;

    /** Made by the service loader. */
    public PickleFormat() {}

    @Override
    public String name() {
        return "pickle";
    }

    @Override
    public List<String> extensions() {
        return List.of(".pickle", ".pkl");
    }

    /** Protocols from 2 on begin with their number, also those too new to be read; what begins like 0 and 1 may be any text. */
    @Override
    public boolean recognises(byte[] start) {
        return start.length > 1 && (start[0] & 0xFF) == Op.PROTO && (start[1] & 0xFF) >= OLDEST_RECOGNISED;
    }

    @Override
    public void write(SavedDatabase database, OutputStream out) throws IOException {
        new DatabaseWriter(new Output(out)).write(database);
    }

    @Override
    public void read(SourceFile file, DatabaseBuilder database) throws IOException {
        Input in = new Input(file.stream());
        try {
            new DatabaseReader(file, in).read(database);
        } catch (StorageException e) {
            throw e;
        } catch (Misfit e) {
            String message = file.path() + " cannot be loaded: " + e.getMessage();
            throw new CorruptFileException(message, file.path(), in.offset(), OptionalLong.empty());
        } catch (IllegalArgumentException | DictDBException e) {
            throw file.corrupt(String.valueOf(e.getMessage()), in.offset());
        }
    }
}
