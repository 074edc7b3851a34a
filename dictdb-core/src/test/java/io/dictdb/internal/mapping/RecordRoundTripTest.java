package io.dictdb.internal.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.dictdb.internal.value.Values;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/* What is written, stored and read again is equal to what it was. Storing is Values.in, as in an insertion: it widens every number and copies every
 * list, so a conversion that only works on the objects just written fails here. */
class RecordRoundTripTest {
    private record Leaf(
            byte b,
            short s,
            int i,
            long l,
            float f,
            double d,
            boolean yes,
            @Nullable Integer boxed,
            @Nullable Float real) {}

    private record Tree(
            @Nullable Long id,
            @Nullable String name,
            Optional<DayOfWeek> day,
            @Nullable DayOfWeek other,
            @Nullable BigInteger big,
            @Nullable BigDecimal decimal,
            @Nullable Instant instant,
            @Nullable Leaf leaf,
            List<@Nullable Tree> children,
            Map<String, Optional<Leaf>> leaves,
            Optional<List<List<Short>>> table) {}

    private record Link(@Nullable Link next) {}

    private final long seed = Long.getLong("dictdb.seed", System.nanoTime());
    private final Random random = new Random(seed);

    private static Map<String, @Nullable Object> stored(Map<String, @Nullable Object> fields) {
        Map<String, @Nullable Object> row = new LinkedHashMap<>();
        fields.forEach((name, value) -> row.put(name, Values.out(Values.in(name, value))));
        return row;
    }

    @Test
    void randomRecordsComeBack() {
        RecordMapper<Tree> mapper = RecordMapper.of(Tree.class);
        for (int i = 0; i < 500; i++) {
            Tree tree = tree(4);
            assertThat(mapper.read(stored(mapper.write(tree))))
                    .as("-Ddictdb.seed=%s", seed)
                    .isEqualTo(tree);
        }
    }

    @Test
    void recordsNestedToTheLimitComeBack() {
        RecordMapper<Link> mapper = RecordMapper.of(Link.class);
        Link chain = new Link(null);
        for (int i = 0; i < 500; i++) {
            chain = new Link(chain);
        }
        assertThat(mapper.read(stored(mapper.write(chain)))).isEqualTo(chain);
    }

    private Tree tree(int depth) {
        return new Tree(
                maybe(random::nextLong),
                maybe(() -> "n" + random.nextInt()),
                Optional.ofNullable(maybe(this::day)),
                maybe(this::day),
                maybe(() -> new BigInteger(random.nextInt(200), random)),
                maybe(() -> new BigDecimal(new BigInteger(100, random), random.nextInt(40))),
                maybe(() -> Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000))),
                maybe(this::leaf),
                list(depth, () -> maybe(() -> tree(depth - 1))),
                leaves(depth),
                Optional.ofNullable(maybe(() -> list(3, () -> list(3, () -> (short) random.nextInt())))));
    }

    private Leaf leaf() {
        return new Leaf(
                (byte) random.nextInt(),
                (short) random.nextInt(),
                random.nextInt(),
                random.nextLong(),
                Float.intBitsToFloat(random.nextInt()),
                Double.longBitsToDouble(random.nextLong()),
                random.nextBoolean(),
                maybe(random::nextInt),
                maybe(random::nextFloat));
    }

    private DayOfWeek day() {
        return DayOfWeek.of(1 + random.nextInt(7));
    }

    private Map<String, Optional<Leaf>> leaves(int count) {
        Map<String, Optional<Leaf>> leaves = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            leaves.put("leaf " + i, Optional.ofNullable(maybe(this::leaf)));
        }
        return leaves;
    }

    private <T> List<T> list(int below, Supplier<T> items) {
        List<T> list = new ArrayList<>();
        for (int i = below == 0 ? 0 : random.nextInt(below); i > 0; i--) {
            list.add(items.get());
        }
        return list;
    }

    private <T> @Nullable T maybe(Supplier<? extends @Nullable T> value) {
        return random.nextInt(4) == 0 ? null : Objects.requireNonNull(value.get());
    }
}
