package io.dictdb.logging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a log file was before: files of the same name with a day and a number at the end. */
final class Archive {
    private final Path file;
    private final int maxDays;
    private final Path directory;
    private final Pattern names;

    Archive(Path file, int maxDays) {
        this.file = file;
        this.maxDays = maxDays;
        this.directory = Objects.requireNonNull(file.toAbsolutePath().getParent());
        this.names = Pattern.compile(Pattern.quote(file.getFileName() + ".") + "(\\d{4}-\\d\\d-\\d\\d)\\.(\\d{1,9})");
    }

    /** Gives the file another name, the next of that day. */
    void take(LocalDate day) throws IOException {
        int next = old().stream()
                .filter(each -> each.day().equals(day))
                .mapToInt(each -> each.number() + 1)
                .max()
                .orElse(0);
        Files.move(file, directory.resolve(file.getFileName() + "." + day + "." + next));
    }

    /** Deletes the files of days that lie too far back. */
    void forget(LocalDate today) throws IOException {
        LocalDate oldest = today.minusDays(maxDays);
        for (Old each : old()) {
            if (each.day().isBefore(oldest)) {
                Files.deleteIfExists(each.path());
            }
        }
    }

    private record Old(Path path, LocalDate day, int number) {}

    private List<Old> old() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.flatMap(each -> old(each).stream()).toList();
        }
    }

    private Optional<Old> old(Path path) {
        Matcher name = names.matcher(path.getFileName().toString());
        try {
            return name.matches()
                    ? Optional.of(new Old(path, LocalDate.parse(name.group(1)), Integer.parseInt(name.group(2))))
                    : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty(); // somebody else's
        }
    }
}
