package io.dictdb.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class CsvPlaceTest {
    private static final int LONGEST = 10;

    private final CsvPlace place = new CsvPlace(LONGEST);

    private void endCell(String cell, boolean quoted) {
        place.endCell(cell.toCharArray(), 0, cell.length(), quoted);
    }

    @Test
    void countsColumnsAndTheLinesInsideQuotedCells() {
        place.startRecord(7);
        assertThat(place.fault("x")).hasMessage("line 7, column 1: x");
        endCell("two\nlines", true);
        endCell("one", false);
        endCell("\r\n\r\n", true);
        assertThat(place.fault("x")).hasMessage("line 10, column 4: x");
        place.startRecord(11);
        assertThat(place.fault("x")).hasMessage("line 11, column 1: x");
    }

    @Test
    void aFinishedCellMayBeAsLongAsTheLimit() throws CsvFault {
        place.startRecord(1);
        place.checkCell(LONGEST);
        assertThatThrownBy(() -> place.checkCell(LONGEST + 1))
                .isInstanceOf(CsvFault.class)
                .hasMessageContaining("line 1, column 1: a cell of more than 10 characters");
    }

    @Test
    void aGrowingCellMayHoldEachQuoteTwiceAndItsOwnTwo() throws CsvFault {
        place.startRecord(3);
        place.grow(2 * LONGEST);
        place.grow(2);
        assertThatThrownBy(() -> place.grow(1))
                .isInstanceOf(CsvFault.class)
                .hasMessageContaining("line 3, column 1: a cell of more");
    }

    @Test
    void eachCellAndEachRecordGrowsAnew() throws CsvFault {
        for (int i = 0; i < 100; i++) {
            place.grow(LONGEST);
            endCell("x", false);
            place.grow(LONGEST);
            place.startRecord(i);
        }
        assertThatCode(() -> place.grow(LONGEST)).doesNotThrowAnyException();
    }

    @Test
    void lineBreaksOfAllKinds() {
        assertThat(breaks("a\nb\rc\r\nd\n\re\r\r\n", false)).isEqualTo(7);
        assertThat(breaks("\nx", true)).isZero();
        assertThat(breaks("\rx", true)).isEqualTo(1);
        assertThat(breaks("", true)).isZero();
    }

    private static int breaks(String text, boolean afterReturn) {
        return CsvPlace.lineBreaks(text.toCharArray(), 0, text.length(), afterReturn);
    }
}
