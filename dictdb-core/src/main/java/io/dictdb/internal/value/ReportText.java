package io.dictdb.internal.value;

import java.util.List;

/** A report for people: what it says in all, then a line for each part. */
public final class ReportText {
    private ReportText() {}

    public static String of(String head, List<?> parts) {
        StringBuilder text = new StringBuilder(head);
        parts.forEach(part -> text.append("\n  ").append(part));
        return text.toString();
    }
}
