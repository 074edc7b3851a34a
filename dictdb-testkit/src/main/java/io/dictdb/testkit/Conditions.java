package io.dictdb.testkit;

import io.dictdb.Condition;
import io.dictdb.Dsl;
import io.dictdb.Field;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Condition trees over the words of a vocabulary, made by the same calls that users make: every node, every operator. */
public final class Conditions {
    private static final Gen<String> TEXTS =
            Gen.oneOf(Traps.strings(), Traps.letters()).map(String::valueOf);
    private static final Gen<String> PATTERNS = Gen.of(
            "%",
            "",
            "_",
            "a%",
            "%b",
            "a_b",
            "_%",
            "%_",
            "%%",
            "%a%",
            "%a%b%",
            "a",
            "__",
            "%\n%",
            "\u00df%",
            "i%",
            "%\u03c3",
            "%\ud83d",
            "\ud83d%",
            "_\ud83d\ude00_",
            "%s_");
    private static final Gen<String> ESCAPED =
            Gen.of("!%", "a!_b", "!!", "!_", "%!%", "!a%", "a!\\b", "!\ud83d\ude00%", "%!_%");

    private final Vocabulary words;

    private Conditions(Vocabulary words) {
        this.words = words;
    }

    /**
     * Conditions of any shape, three levels deep at the most.
     *
     * @param words the fields and their values
     * @return a generator
     */
    public static Gen<Condition> over(Vocabulary words) {
        Conditions conditions = new Conditions(words);
        return Gen.frequency(Gen.weight(4, conditions.tree(3)), Gen.weight(1, conditions::narrowing));
    }

    /* What most queries look like: a few plain comparisons, all of which must hold. */
    private Condition narrowing(Choices c) {
        Gen<Condition> plain = p -> p.upTo(1) == 0 ? equality(p, field(p)) : range(p, field(p));
        return Dsl.and(plain.list(1, 3).draw(c).toArray(Condition[]::new));
    }

    private Field<Object> field(Choices c) {
        return Dsl.field(words.fields().draw(c));
    }

    private Gen<Condition> tree(int depth) {
        Gen<Condition> shape = depth == 0
                ? this::leaf
                : Gen.frequency(Gen.weight(3, this::leaf), Gen.weight(2, c -> branch(c, depth - 1)));
        return Gen.tree("condition", () -> shape);
    }

    private Condition branch(Choices c, int depth) {
        Gen<Condition> part = tree(depth);
        return switch (c.weighted(3, 3, 2, 2, 1, 1)) {
            case 0 -> part.draw(c).and(part.draw(c));
            case 1 -> part.draw(c).or(part.draw(c));
            case 2 -> Dsl.not(part.draw(c));
            case 3 -> Dsl.or(part.list(0, 3).draw(c).toArray(Condition[]::new));
            case 4 -> Dsl.and(part.list(0, 3).draw(c).toArray(Condition[]::new));
            default -> Dsl.all();
        };
    }

    private Condition leaf(Choices c) {
        String name = words.anyFields().draw(c);
        return switch (c.weighted(6, 6, 3, 4, 2, 1)) {
            case 0 -> equality(c, cased(c, name));
            case 1 -> range(c, cased(c, name));
            case 2 -> cased(c, name).in(words.valuesOf(name).list(0, 4).draw(c));
            case 3 -> text(c, cased(c, c.upTo(3) == 0 ? name : textField(c, name)));
            case 4 ->
                c.upTo(1) == 0 ? Dsl.field(name).isNull() : Dsl.field(name).isNotNull();
            default -> matching(c, name);
        };
    }

    private static Field<Object> cased(Choices c, String name) {
        return c.weighted(5, 1) == 0 ? Dsl.field(name) : Dsl.field(name).ignoreCase();
    }

    /** A field that mostly holds text, if there is one. */
    private String textField(Choices c, String otherwise) {
        List<String> fields =
                words.kinds().keySet().stream().filter(this::holdsText).toList();
        return fields.isEmpty() ? otherwise : fields.get((int) c.upTo(fields.size() - 1L));
    }

    private boolean holdsText(String field) {
        Kind kind = words.kinds().get(field);
        return kind == Kind.STRINGS || kind == Kind.LETTERS;
    }

    private Condition equality(Choices c, Field<Object> field) {
        @Nullable Object value = words.valuesOf(field.name()).draw(c);
        return c.weighted(2, 1) == 0 ? field.eq(value) : field.ne(value);
    }

    private Condition range(Choices c, Field<Object> field) {
        Object value = bound(c, field.name());
        return switch ((int) c.upTo(4)) {
            case 0 -> field.lt(value);
            case 1 -> field.le(value);
            case 2 -> field.gt(value);
            case 3 -> field.ge(value);
            default -> field.between(value, bound(c, field.name()));
        };
    }

    private Object bound(Choices c, String field) {
        @Nullable Object value = words.valuesOf(field).draw(c);
        return value == null ? 1L : value;
    }

    private Condition text(Choices c, Field<Object> field) {
        return switch ((int) c.upTo(4)) {
            case 0 -> field.like(Gen.oneOf(PATTERNS, TEXTS).draw(c));
            case 1 -> field.like(ESCAPED.draw(c), '!');
            case 2 -> field.startsWith(TEXTS.draw(c));
            case 3 -> field.endsWith(TEXTS.draw(c));
            default -> field.contains(item(c, field.name()));
        };
    }

    private Object item(Choices c, String field) {
        return c.upTo(1) == 0 ? TEXTS.draw(c) : bound(c, field);
    }

    private static Condition matching(Choices c, String field) {
        return switch ((int) c.upTo(2)) {
            case 0 -> Dsl.matching(field + " is there", row -> row.containsKey(field));
            case 1 -> Dsl.matching(field + " is a Long", row -> row.get(field) instanceof Long);
            default -> Dsl.matching("fields are even", row -> new ArrayList<>(row.keySet()).size() % 2 == 0);
        };
    }

    /**
     * Conditions on the result rows of an aggregation.
     *
     * @param columns the result's columns
     * @return a generator
     */
    static Gen<Condition> having(List<String> columns) {
        Gen<String> names = Gen.of(columns.toArray(String[]::new));
        Gen<@Nullable Object> values = Gen.<@Nullable Object>oneOf(Kind.SMALL.gen(), Kind.ANYTHING.gen());
        return c -> {
            Field<Object> field = Dsl.field(names.draw(c));
            @Nullable Object value = values.draw(c);
            return value == null || c.upTo(3) == 0
                    ? field.ne(value)
                    : c.upTo(1) == 0 ? field.ge(value) : field.lt(value);
        };
    }
}
