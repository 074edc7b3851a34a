package io.dictdb.examples.tour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransactionsTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 8, 9, 42, 999, 1_000, 1_001, 2_345})
    void theTotalsKnownBeforehandAreThoseOfTheRecords(int rows) {
        Transactions data = new Transactions(rows, 5);
        List<Map<String, Object>> all = data.batches(100).flatMap(List::stream).toList();
        assertThat(all).hasSize(rows);
        assertThat(all.stream().mapToDouble(each -> (double) each.get("amount")).sum())
                .isCloseTo(data.total(), within(1e-6));
        assertThat(all.stream()
                        .filter(each -> each.get("status").equals("open"))
                        .count())
                .isEqualTo(data.open());
        for (int customer : new int[] {0, 1, 42, 999}) {
            long n = all.stream()
                    .filter(each -> each.get("customer_id").equals(customer))
                    .count();
            assertThat(n).as("customer %s", customer).isEqualTo(data.ofCustomer(customer));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -7, Long.MAX_VALUE})
    void everySeedHasEachAmountOnce(long seed) {
        Transactions data = new Transactions(500, seed);
        assertThat(data.batches(7)
                        .flatMap(List::stream)
                        .map(each -> each.get("amount"))
                        .distinct())
                .hasSize(500);
    }
}
