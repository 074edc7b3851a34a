package io.dictdb.examples.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CellsTest {
    private static final String FAMILY = "\uD83D\uDC68\u200D\uD83D\uDC69";

    @Test
    void wideCharactersTakeTwoCells() {
        assertThat(Cells.width("abc")).isEqualTo(3);
        assertThat(Cells.width("東京")).isEqualTo(4);
        assertThat(Cells.width("한국")).isEqualTo(4);
        assertThat(Cells.width("ｆｕｌｌ")).isEqualTo(8);
        assertThat(Cells.width("\uD83D\uDE00")).isEqualTo(2);
        assertThat(Cells.width("\uD842\uDFB7")).isEqualTo(2);
    }

    @Test
    void narrowCharactersBeyondAsciiTakeOneCell() {
        assertThat(Cells.width("Zürich")).isEqualTo(6);
        assertThat(Cells.width("Москва")).isEqualTo(6);
        assertThat(Cells.width("█▏─✓✗…")).isEqualTo(6);
    }

    @Test
    void marksAndJoinersTakeNoCell() {
        assertThat(Cells.width("e\u0301")).isEqualTo(1);
        assertThat(Cells.width("\u200B")).isZero();
        assertThat(Cells.width(FAMILY)).isEqualTo(4);
    }

    @Test
    void aSelectorThatMakesAnEmojiIsCounted() {
        assertThat(Cells.width("\u2764")).isEqualTo(1);
        assertThat(Cells.width("\u2764\uFE0F")).isEqualTo(2);
    }

    @Test
    void cuttingKeepsWithinTheWidth() {
        assertThat(Cells.cut("abcdef", 6, "…")).isEqualTo("abcdef");
        assertThat(Cells.cut("abcdef", 5, "…")).isEqualTo("abcd…");
        assertThat(Cells.cut("abcdef", 5, "...")).isEqualTo("ab...");
        assertThat(Cells.cut("abcdef", 1, "…")).isEqualTo("a");
        assertThat(Cells.cut("abcdef", 0, "…")).isEmpty();
        assertThat(Cells.cut("ab cdef", 4, "…")).isEqualTo("ab…");
    }

    @Test
    void cuttingNeverSplitsACharacter() {
        assertThat(Cells.cut("東京都", 5, "…")).isEqualTo("東京…");
        assertThat(Cells.cut("東京都", 4, "…")).isEqualTo("東…");
        assertThat(Cells.cut("\uD83D\uDE00\uD83D\uDE00", 3, "…")).isEqualTo("\uD83D\uDE00…");
        assertThat(Cells.cut("e\u0301e\u0301e\u0301", 2, "…")).isEqualTo("e\u0301…");
    }

    @Test
    void paddingCountsCells() {
        assertThat(Cells.left("東", 4)).isEqualTo("東  ");
        assertThat(Cells.right("東", 4)).isEqualTo("  東");
        assertThat(Cells.left("long", 2)).isEqualTo("long");
    }

    @Test
    void controlCharactersBecomeVisible() {
        assertThat(Cells.visible("a\tb\r\nc")).isEqualTo("a\\tb\\r\\nc");
        assertThat(Cells.visible("\u001b[31mred\u0007")).isEqualTo("\\u001b[31mred\\u0007");
        assertThat(Cells.visible("\u202Eabc")).isEqualTo("\\u202eabc");
        assertThat(Cells.visible("\uD800x")).isEqualTo("\\ud800x");
        assertThat(Cells.visible("\u2028")).isEqualTo("\\u2028");
        assertThat(Cells.visible("plain 東京 " + FAMILY)).isEqualTo("plain 東京 " + FAMILY);
    }
}
