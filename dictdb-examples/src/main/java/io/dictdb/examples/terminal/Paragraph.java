package io.dictdb.examples.terminal;

import java.util.ArrayList;
import java.util.List;

/** Prose broken into lines at its blanks; a word longer than a line is broken where the line ends. */
public final class Paragraph {
    private final int width;
    private final List<String> lines = new ArrayList<>();
    private final StringBuilder line = new StringBuilder();

    private Paragraph(int width) {
        this.width = width;
    }

    /** The lines of a text, none of them wider than the width; control characters are made visible. */
    public static List<String> lines(String text, int width) {
        Paragraph paragraph = new Paragraph(width);
        for (String word : Cells.visible(text.replace('\n', ' ')).split(" ", -1)) {
            paragraph.add(word);
        }
        paragraph.end();
        return List.copyOf(paragraph.lines);
    }

    private void add(String word) {
        if (Cells.width(line.toString()) + 1 + Cells.width(word) > width) {
            end();
        }
        line.append(line.isEmpty() ? "" : " ").append(word);
        while (Cells.width(line.toString()) > width) {
            breakInside();
        }
    }

    private void breakInside() {
        String first = Cells.beginning(line.toString(), width);
        lines.add(first);
        line.delete(0, first.length());
    }

    private void end() {
        if (!line.isEmpty()) {
            lines.add(line.toString());
            line.setLength(0);
        }
    }
}
