package io.dictdb.internal.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvHeaderTest {
    private static List<String> unique(String... header) throws CsvFault {
        return CsvHeader.unique(List.of(header));
    }

    @Test
    void namesThatDifferStayAsTheyAre() throws CsvFault {
        assertThat(unique("id", "Id", " id", "Cost Total $", "naïve"))
                .containsExactly("id", "Id", " id", "Cost Total $", "naïve");
    }

    @Test
    void aRepeatedNameIsCounted() throws CsvFault {
        assertThat(unique("a", "b", "a", "a", "b")).containsExactly("a", "b", "a_2", "a_3", "b_2");
    }

    @Test
    void aCountedNameKeepsAwayFromNamesOfTheFile() throws CsvFault {
        assertThat(unique("a", "a", "a_2")).containsExactly("a", "a_3", "a_2");
        assertThat(unique("a_2", "a", "a")).containsExactly("a_2", "a", "a_3");
        assertThat(unique("a", "a", "a_2", "a_2")).containsExactly("a", "a_3", "a_2", "a_2_2");
    }

    @Test
    void anEmptyNameIsTheColumnsNumber() throws CsvFault {
        assertThat(unique("a", "", "")).containsExactly("a", "col_1", "col_2");
        assertThat(unique("col_1", "", "x")).containsExactly("col_1", "col_1_2", "x");
    }

    @Test
    void aBlankNameIsAName() throws CsvFault {
        assertThat(unique(" ", "  ")).containsExactly(" ", "  ");
    }

    @Test
    void manyColumnsOfOneName() throws CsvFault {
        List<String> names = CsvHeader.unique(Collections.nCopies(100_000, "a"));
        assertThat(names).doesNotHaveDuplicates().startsWith("a", "a_2").endsWith("a_100000");
    }
}
