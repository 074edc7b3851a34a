package io.dictdb.files;

import io.dictdb.internal.file.Disk;
import io.dictdb.internal.file.Storage;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The disk, of which one call fails, and every later one too where the process has died by then. */
public class FaultyStorage implements Storage {
    private final int failing;
    private final boolean dead;
    private final Runnable meanwhile;
    private final List<String> calls = new ArrayList<>();

    /**
     * @param failing the place of the call that fails, from 0; none when negative
     * @param dead whether later calls fail too
     */
    public FaultyStorage(int failing, boolean dead) {
        this(failing, dead, () -> {});
    }

    /** @param meanwhile what happens before each call */
    public FaultyStorage(Runnable meanwhile) {
        this(-1, false, meanwhile);
    }

    private FaultyStorage(int failing, boolean dead, Runnable meanwhile) {
        this.failing = failing;
        this.dead = dead;
        this.meanwhile = meanwhile;
    }

    /** The calls so far, by name. */
    public List<String> calls() {
        return calls;
    }

    private void call(String name) throws IOException {
        meanwhile.run();
        int place = calls.size();
        calls.add(name);
        if (place == failing || (dead && failing >= 0 && place > failing)) {
            throw new IOException("No space left on device");
        }
    }

    @Override
    public Output create(Path file, @Nullable Path like) throws IOException {
        call("create");
        Output real = Disk.HERE.create(file, like);
        return new Output() {
            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                try {
                    call("write");
                } catch (IOException e) {
                    real.write(bytes, offset, length / 2);
                    throw e;
                }
                real.write(bytes, offset, length);
            }

            @Override
            public void force() throws IOException {
                call("force");
                real.force();
            }

            @Override
            public void truncate(long length) throws IOException {
                call("truncate");
                real.truncate(length);
            }

            @Override
            public void replace(Path target) throws IOException {
                call("replace");
                real.replace(target);
            }

            @Override
            public void close() throws IOException {
                real.close();
                call("close");
            }
        };
    }

    @Override
    public InputStream open(Path file) throws IOException {
        call("open");
        return Disk.HERE.open(file);
    }

    @Override
    public long size(Path file) throws IOException {
        call("size");
        return Disk.HERE.size(file);
    }

    @Override
    public void createDirectories(Path directory) throws IOException {
        call("createDirectories");
        Disk.HERE.createDirectories(directory);
    }

    @Override
    public void forceDirectory(Path directory) throws IOException {
        call("forceDirectory");
        Disk.HERE.forceDirectory(directory);
    }

    @Override
    public void delete(Path file) throws IOException {
        call("delete");
        Disk.HERE.delete(file);
    }

    @Override
    public List<Path> list(Path directory, String prefix, String suffix) throws IOException {
        call("list");
        return Disk.HERE.list(directory, prefix, suffix);
    }

    @Override
    public void moveDirectory(Path from, Path to) throws IOException {
        call("moveDirectory");
        Disk.HERE.moveDirectory(from, to);
    }

    @Override
    public Closeable own(Path file) throws IOException {
        call("own");
        return Disk.HERE.own(file);
    }

    @Override
    public void force(Path file) throws IOException {
        call("force file");
        Disk.HERE.force(file);
    }

    @Override
    public void clear(Path file) throws IOException {
        call("clear");
        Disk.HERE.clear(file);
    }
}
