package io.dictdb.internal.journal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CrowdTest {
    private final Crowd crowd = new Crowd();

    private boolean yieldsAfter(int commits) {
        for (int i = 0; i < commits; i++) {
            crowd.add();
        }
        return crowd.begin() > 0;
    }

    private int batchesWithoutYielding() {
        crowd.slow();
        int batches = 0;
        while (!yieldsAfter(30)) {
            batches++;
        }
        return batches;
    }

    @Test
    void fewAreParkedAtOnceAndManyAreNot() {
        assertThat(yieldsAfter(0)).isFalse();
        assertThat(yieldsAfter(1)).isFalse();
        assertThat(yieldsAfter(30)).isTrue();
        assertThat(yieldsAfter(2)).as("two halves that take turns").isTrue();
        assertThat(yieldsAfter(30)).isTrue();
        assertThat(yieldsAfter(1)).isTrue();
        assertThat(yieldsAfter(1)).isFalse();
    }

    @Test
    void nobodyYieldsForAWhileAfterItTookLong() {
        assertThat(yieldsAfter(30)).isTrue();
        assertThat(batchesWithoutYielding()).isEqualTo(16);
        assertThat(batchesWithoutYielding()).isEqualTo(32);
        for (int i = 0; i < 10; i++) {
            int unused = batchesWithoutYielding();
        }
        assertThat(batchesWithoutYielding()).isEqualTo(1024);
        for (int i = 0; i < 100; i++) {
            assertThat(yieldsAfter(30)).isTrue();
        }
        assertThat(batchesWithoutYielding()).as("after many that went well").isEqualTo(16);
    }

    @Test
    void whatIsToldWhileNobodyYieldsIsOfTheTrialBefore() {
        assertThat(yieldsAfter(30)).isTrue();
        crowd.slow();
        assertThat(yieldsAfter(30)).isFalse();
        crowd.slow();
        for (int i = 0; i < 15; i++) {
            assertThat(yieldsAfter(30)).isFalse();
        }
        assertThat(yieldsAfter(30)).isTrue();
        assertThat(yieldsAfter(30)).isTrue();
    }
}
