package io.dictdb.backup;

import java.util.List;

/** A report for people: what it says in all, then a line for each part. */
final class Lines {
    private Lines() {}

    static String of(String head, List<?> parts) {
        StringBuilder text = new StringBuilder(head);
        parts.forEach(part -> text.append("\n  ").append(part));
        return text.toString();
    }
}
