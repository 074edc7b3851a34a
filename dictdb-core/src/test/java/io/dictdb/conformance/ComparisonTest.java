package io.dictdb.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the runner takes for the same answer, and what not. */
class ComparisonTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1 | 1 | true",
                "1 | 1.0 | false",
                "1 | true | false",
                "1.0 | true | false",
                "0.0 | -0.0 | false",
                "1e2 | 100.0 | true",
                "18446744073709551616 | 18446744073709551616 | true",
                "18446744073709551616 | 18446744073709551616.0 | false",
                "[1, 2] | [2, 1] | false",
                "{\"a\": 1, \"b\": null} | {\"b\": null, \"a\": 1} | true",
                "{\"a\": 1, \"b\": null} | {\"a\": 1} | false",
                "[[1]] | [[1.0]] | false",
                "\"é\" | \"e\u0301\" | false",
                "null | 0 | false"
            })
    void answersAreTheSameOrNot(String expected, String got, boolean same) {
        assertThat(Comparison.same(Json.read(expected), Json.read(got), false)).isEqualTo(same);
        assertThat(meets("{\"result\": " + expected + "}", got)).isEqualTo(same);
    }

    @Test
    void anApproximateResultMayDifferInTheLastDigits() {
        assertThat(meets("{\"result\": [0.1], \"approx\": true}", "[0.10000000000000002]"))
                .isTrue();
        assertThat(meets("{\"result\": [0.1], \"approx\": true}", "[0.1000001]"))
                .isFalse();
        assertThat(meets("{\"result\": [0.1]}", "[0.10000000000000002]")).isFalse();
        assertThat(meets("{\"result\": 1, \"approx\": true}", "1.0")).isFalse();
    }

    @Test
    void theOrderOfRowsCountsWhereTheCaseSaysSo() {
        assertThat(meets("{\"rows\": [1, 2], \"ordered\": true}", "[2, 1]")).isFalse();
        assertThat(meets("{\"rows\": [1, 2], \"ordered\": false}", "[2, 1]")).isTrue();
        assertThat(meets("{\"rows\": [1, 1, 2], \"ordered\": false}", "[2, 1, 2]"))
                .isFalse();
        assertThat(meets("{\"rows\": [1, 2], \"ordered\": false}", "[1]")).isFalse();
        assertThat(meets("{\"rows\": [1], \"ordered\": false}", "[1, 1]")).isFalse();
    }

    @Test
    void anErrorIsOurExceptionOfThatName() {
        Outcome failure = new Outcome.Failure("DuplicateKeyException", "");
        assertThat(Comparison.meets(expectation("{\"error\": \"DuplicateKeyError\"}"), failure))
                .isTrue();
        assertThat(Comparison.meets(expectation("{\"error\": \"TableNotFoundError\"}"), failure))
                .isFalse();
        assertThat(Comparison.meets(expectation("{\"result\": null}"), failure)).isFalse();
        assertThat(meets("{\"error\": \"DuplicateKeyError\"}", "null")).isFalse();
    }

    private static boolean meets(String expect, String got) {
        return Comparison.meets(expectation(expect), new Outcome.Result(Json.read(got)));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, @Nullable Object> expectation(String json) {
        return (Map<String, @Nullable Object>) Json.read(json);
    }
}
