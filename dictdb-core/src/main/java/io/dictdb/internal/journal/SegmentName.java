package io.dictdb.internal.journal;

import java.nio.file.Path;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names of segments: by number, so that they sort as they follow. */
final class SegmentName {
    static final String PREFIX = "dictdb-journal-";
    static final String SUFFIX = ".ddj";
    private static final Pattern NAME = Pattern.compile(PREFIX + "(\\d{10,19})\\" + SUFFIX);

    private SegmentName() {}

    static Path path(Path directory, long number) {
        return directory.resolve(String.format(Locale.ROOT, "%s%010d%s", PREFIX, number, SUFFIX));
    }

    static OptionalLong number(Path path) {
        Matcher name = NAME.matcher(String.valueOf(path.getFileName()));
        return name.matches() ? OptionalLong.of(Long.parseLong(name.group(1))) : OptionalLong.empty();
    }
}
