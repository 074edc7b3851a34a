package io.dictdb.examples.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ParagraphTest {
    @Test
    void linesBreakAtBlanks() {
        assertThat(Paragraph.lines("one two three", 8)).containsExactly("one two", "three");
        assertThat(Paragraph.lines("one two three", 13)).containsExactly("one two three");
    }

    @Test
    void aLongWordIsBrokenWhereTheLineEnds() {
        assertThat(Paragraph.lines("an abcdefghij end", 4)).containsExactly("an", "abcd", "efgh", "ij", "end");
    }

    @Test
    void wideCharactersCountTwice() {
        assertThat(Paragraph.lines("東京 大阪", 5)).containsExactly("東京", "大阪");
        assertThat(Paragraph.lines("東京大阪", 4)).containsExactly("東京", "大阪");
    }

    @Test
    void nothingHasNoLines() {
        assertThat(Paragraph.lines("", 10)).isEmpty();
    }

    @Test
    void controlCharactersStayVisible() {
        assertThat(Paragraph.lines("a\u001b[2Jb\nc", 20)).containsExactly("a\\u001b[2Jb c");
    }
}
