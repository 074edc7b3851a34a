package io.dictdb.durable;

import io.dictdb.internal.file.Storage;
import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A disk in memory that a machine writes to until its power fails. Then any part of what was not forced may be there or not: of each write, sector by sector of 512 bytes, in any combination;
 * of files that were created, moved and deleted and directories that were moved, unless their directory was forced. Paths are those of a real directory, in which an empty file stands for each, because some questions about
 * paths are asked there.
 */
final class SimulatedDisk implements Storage {
    private static final int SECTOR = 512;

    private final Path directory;
    private final Map<Path, Inode> names = new TreeMap<>();
    private final List<Entry> entries = new ArrayList<>();
    /** Those that were moved, and are there for certain. */
    private final Set<Path> directories = new TreeSet<>();

    private final List<String> calls = new ArrayList<>();
    private Faults faults = call -> {};

    /** What happens at a call: may throw. */
    interface Faults {
        void at(int call) throws IOException;
    }

    /** A file: what is on the disk for certain, what a reader sees, and the writes in between. */
    private static final class Inode {
        private byte[] forced = {};
        private byte[] seen = {};
        private final List<Write> writes = new ArrayList<>();
    }

    /** A write, or a cut where there are no bytes. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Write(int at, byte @Nullable [] bytes) {}

    /**
     * Something that was done to names and not forced.
     *
     * @param before what the name led to before
     * @param from where the directory of this name was before, if it is one that was moved
     */
    private record Entry(
            Path name, @Nullable Inode before, @Nullable Path from) {

        /** What was done in a directory before it was moved. */
        Entry moved(Entry move) {
            return move.from != null && name.startsWith(move.from)
                    ? new Entry(SimulatedDisk.moved(name, move.from, move.name), before, from)
                    : this;
        }

        boolean isIn(Path directory) {
            return directory.equals(name.getParent());
        }
    }

    SimulatedDisk(Path directory) {
        this.directory = directory;
    }

    SimulatedDisk faults(Faults what) {
        faults = what;
        return this;
    }

    /** The calls that change something, by name. */
    List<String> calls() {
        return calls;
    }

    private void call(String name) throws IOException {
        calls.add(name);
        faults.at(calls.size() - 1);
    }

    private void enter(Path name, @Nullable Inode inode) {
        Inode before = inode == null ? names.remove(name) : names.put(name, inode);
        entries.add(new Entry(name, before, null));
        shadow(name, inode != null);
    }

    private static void shadow(Path name, boolean exists) {
        try {
            Files.deleteIfExists(name);
            if (exists) {
                Files.createDirectories(name.getParent());
                Files.createFile(name);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Another disk, with what may be left after the power has failed. Everything that was not forced is there, or nothing of it, or what chance says. */
    SimulatedDisk afterPowerLoss(Random random, int kept) throws IOException {
        SimulatedDisk left = new SimulatedDisk(directory);
        Map<Inode, Inode> copies = new HashMap<>();
        Map<Path, @Nullable Inode> found = new TreeMap<>(names);
        List<Entry> later = new ArrayList<>();
        for (int i = entries.size() - 1; i >= 0; i--) {
            Entry entry = entries.get(i);
            if (keeps(random, kept)) {
                later.add(0, entry);
            } else {
                undo(entry, found, later);
            }
        }
        found.forEach((name, inode) -> {
            if (inode != null) {
                left.names.put(name, copies.computeIfAbsent(inode, one -> survivor(one, random, kept)));
            }
        });
        try (Stream<Path> shadows = Files.walk(directory)) {
            shadows.sorted(Comparator.reverseOrder())
                    .filter(name -> !name.equals(directory))
                    .forEach(name -> shadow(name, false));
        }
        left.names.keySet().forEach(name -> shadow(name, true));
        left.directories.addAll(directories);
        later.stream().filter(entry -> entry.from != null).forEach(move -> left.directories.add(move.name));
        for (Path moved : left.directories) {
            Files.createDirectories(moved); // be it empty
        }
        return left;
    }

    /** @param later what came after it and was kept */
    private static void undo(Entry entry, Map<Path, @Nullable Inode> found, List<Entry> later) {
        Path from = entry.from;
        if (from != null) {
            move(found, entry.name, from);
        } else {
            Path name = entry.name;
            for (Entry other : later) {
                Path place = other.from;
                name = place != null && name.startsWith(place) ? moved(name, place, other.name) : name;
            }
            found.put(name, entry.before);
        }
    }

    private static Path moved(Path name, Path from, Path to) {
        return to.resolve(from.relativize(name));
    }

    private static void move(Map<Path, @Nullable Inode> files, Path from, Path to) {
        for (Path name : List.copyOf(files.keySet())) {
            if (name.startsWith(from)) {
                files.put(moved(name, from, to), files.remove(name));
            }
        }
    }

    private static boolean keeps(Random random, int kept) {
        return random.nextInt(100) < kept;
    }

    private static Inode survivor(Inode inode, Random random, int kept) {
        byte[] bytes = inode.forced;
        for (Write write : inode.writes) {
            byte[] written = write.bytes;
            if (written == null) {
                bytes = keeps(random, kept) ? Arrays.copyOf(bytes, write.at) : bytes;
            } else {
                for (int from = 0; from < written.length; ) {
                    int sector = (write.at + from) / SECTOR;
                    int to = Math.min(written.length, (sector + 1) * SECTOR - write.at);
                    bytes = keeps(random, kept) ? put(bytes, write.at + from, written, from, to) : bytes;
                    from = to;
                }
            }
        }
        Inode copy = new Inode();
        copy.forced = bytes;
        copy.seen = bytes;
        return copy;
    }

    private static byte[] put(byte[] bytes, int at, byte[] written, int from, int to) {
        byte[] longer = Arrays.copyOf(bytes, Math.max(bytes.length, at + to - from));
        System.arraycopy(written, from, longer, at, to - from);
        return longer;
    }

    /** What is in a file, as a reader sees it. */
    byte[] content(Path file) throws IOException {
        return inode(file).seen.clone();
    }

    /** Puts a file there as it is, forced. */
    void put(Path file, byte[] bytes) {
        Inode inode = new Inode();
        inode.forced = bytes.clone();
        inode.seen = inode.forced;
        names.put(file, inode);
        shadow(file, true);
    }

    /** A copy of the disk, where everything is forced. */
    SimulatedDisk copy() throws IOException {
        return afterPowerLoss(new Random(0), 100);
    }

    List<Path> files() {
        return List.copyOf(names.keySet());
    }

    private Inode inode(Path file) throws IOException {
        Inode inode = names.get(file);
        if (inode == null) {
            throw new NoSuchFileException(file.toString());
        }
        return inode;
    }

    @Override
    public Output create(Path file, @Nullable Path like) throws IOException {
        call("create");
        if (names.containsKey(file)) {
            throw new FileAlreadyExistsException(file.toString());
        }
        Inode inode = new Inode();
        enter(file, inode);
        return new Writer(file, inode);
    }

    private final class Writer implements Output {
        private final Path path;
        private final Inode inode;

        Writer(Path path, Inode inode) {
            this.path = path;
            this.inode = inode;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            byte[] written = Arrays.copyOfRange(bytes, offset, offset + length);
            int at = inode.seen.length;
            try {
                call("write");
            } catch (IOException e) {
                add(at, Arrays.copyOf(written, length / 2)); // some of it had been written
                throw e;
            }
            add(at, written);
        }

        private void add(int at, byte[] written) {
            inode.writes.add(new Write(at, written));
            inode.seen = put(inode.seen, at, written, 0, written.length);
        }

        @Override
        public void force() throws IOException {
            call("force");
            inode.forced = inode.seen;
            inode.writes.clear();
        }

        @Override
        public void truncate(long length) throws IOException {
            call("truncate");
            inode.writes.add(new Write((int) length, null));
            inode.seen = Arrays.copyOf(inode.seen, (int) length);
        }

        @Override
        public void replace(Path target) throws IOException {
            call("replace");
            enter(path, null);
            enter(target, inode);
        }

        @Override
        public void close() throws IOException {
            call("close");
        }
    }

    @Override
    public InputStream open(Path file) throws IOException {
        return new ByteArrayInputStream(inode(file).seen);
    }

    @Override
    public long size(Path file) throws IOException {
        return inode(file).seen.length;
    }

    @Override
    public void createDirectories(Path path) throws IOException {
        call("createDirectories");
        Files.createDirectories(path);
    }

    @Override
    public void forceDirectory(Path path) throws IOException {
        call("forceDirectory");
        List<Entry> forced = entries.stream().filter(entry -> entry.isIn(path)).toList();
        entries.removeAll(forced);
        forced.stream().filter(entry -> entry.from != null).forEach(move -> {
            entries.replaceAll(entry -> entry.moved(move));
            directories.add(move.name);
        });
    }

    @Override
    public void delete(Path file) throws IOException {
        call("delete");
        if (names.containsKey(file)) {
            enter(file, null);
        }
    }

    @Override
    public List<Path> list(Path path, String prefix, String suffix) {
        return names.keySet().stream()
                .filter(name -> {
                    String text = name.getFileName().toString();
                    return path.equals(name.getParent()) && text.startsWith(prefix) && text.endsWith(suffix);
                })
                .toList();
    }

    @Override
    public void moveDirectory(Path from, Path to) throws IOException {
        call("moveDirectory");
        move(names, from, to);
        entries.add(new Entry(to, null, from));
        Files.move(from, to);
    }

    @Override
    public Closeable own(Path file) {
        return () -> {};
    }

    @Override
    public void force(Path file) throws IOException {
        call("force");
        Inode inode = inode(file);
        inode.forced = inode.seen;
        inode.writes.clear();
    }

    @Override
    public void clear(Path file) throws IOException {
        delete(file);
    }
}
