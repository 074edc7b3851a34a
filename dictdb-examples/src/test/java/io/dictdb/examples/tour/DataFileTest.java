package io.dictdb.examples.tour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DataFileTest {
    @Test
    void theCopyGoesWhenItIsClosed() {
        Path path;
        try (DataFile file = DataFile.of("airports.csv")) {
            path = file.path();
            assertThat(path).exists().hasFileName("airports.csv");
            assertThat(file.bytes()).isEqualTo(210_365);
            assertThat(file.records()).isEqualTo(3_376);
        }
        assertThat(path).doesNotExist();
        assertThat(path.getParent()).doesNotExist();
    }

    @Test
    void anIncompleteProgramSaysSo() {
        assertThatIllegalStateException()
                .isThrownBy(() -> DataFile.of("none.csv"))
                .withMessageContaining("none.csv");
    }
}
