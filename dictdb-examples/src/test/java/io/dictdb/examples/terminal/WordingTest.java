package io.dictdb.examples.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordingTest {
    @Test
    void countsHaveTheirThousandsSetApartAndTheirNounsRight() {
        assertThat(Wording.count(1_234_567)).isEqualTo("1,234,567");
        assertThat(Wording.count(1, "row")).isEqualTo("1 row");
        assertThat(Wording.count(0, "row")).isEqualTo("0 rows");
    }

    @Test
    void timesHaveThreeDigitsInMilliseconds() {
        assertThat(Wording.millis(0)).isEqualTo("0.0000 ms");
        assertThat(Wording.millis(1_234)).isEqualTo("0.0012 ms");
        assertThat(Wording.millis(56_789)).isEqualTo("0.057 ms");
        assertThat(Wording.millis(4_123_456)).isEqualTo("4.12 ms");
        assertThat(Wording.millis(41_234_567)).isEqualTo("41.2 ms");
        assertThat(Wording.millis(4_123_456_789L)).isEqualTo("4,123 ms");
    }

    @Test
    void ratiosSayWhichWayTheyGo() {
        assertThat(Wording.ratio(22_500, 100)).isEqualTo("225 times as fast");
        assertThat(Wording.ratio(250, 100)).isEqualTo("2.5 times as fast");
        assertThat(Wording.ratio(100, 110)).isEqualTo("about as fast");
        assertThat(Wording.ratio(100, 300)).isEqualTo("3.0 times as long");
        assertThat(Wording.ratio(5, 0)).isEqualTo("5.0 times as fast");
    }

    @Test
    void sharesAreRoundedButNeverToNothing() {
        assertThat(Wording.share(1, 4)).isEqualTo("25 %");
        assertThat(Wording.share(1, 500)).isEqualTo("0.2 %");
        assertThat(Wording.share(1, 50_000)).isEqualTo("<0.1 %");
        assertThat(Wording.share(0, 0)).isEqualTo("0 %");
    }

    @Test
    void aRateOfNoTimeIsFinite() {
        assertThat(Wording.perSecond(1_000, 500_000_000)).isEqualTo("2,000 per second");
        assertThat(Wording.perSecond(1, 0)).isEqualTo("1,000,000,000 per second");
    }
}
