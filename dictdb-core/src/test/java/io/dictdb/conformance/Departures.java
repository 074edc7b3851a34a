package io.dictdb.conformance;

import io.dictdb.IndexType;
import io.dictdb.SchemaValidationException;
import io.dictdb.Table;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Recognises, from a step and from what the case has put into the tables so far, where the contract departs from the original. A rule
 * touches a step only when it changes the step's answer: a Boolean beside numbers, or distinct with a limit, is no departure where both
 * readings agree.
 */
final class Departures {
    private final Stage stage;
    private final IndexBook indexes = new IndexBook();

    Departures(Stage stage) {
        this.stage = stage;
    }

    /** The departure that a step is about to make, if any. */
    Optional<Departure> of(Step step) {
        return stage.table(step).flatMap(table -> switch (step.op()) {
            case "select", "aggregate" -> reading(step, table);
            case "update", "delete" -> matching(step, table).or(() -> schema(step, table));
            case "insert", "insert_many", "upsert" -> schema(step, table);
            case "create_index" -> creatingIndex(step, table);
            case "indexed_fields" -> indexedFields(step, table);
            case "drop_table" -> droppingTable(step);
            default -> Optional.empty();
        });
    }

    private Optional<Departure> reading(Step step, Table table) {
        Function<Set<Rule>, Outcome> answer = ways -> new Reading(table, ways).answer(step);
        Outcome original = answer.apply(Rule.original());
        Outcome ours = answer.apply(Rule.contract());
        return Comparison.alike(original, ours)
                ? Optional.empty()
                : Optional.of(Departure.of(touching(answer), original, stage.unchanged(ours)));
    }

    /** The rules without which the answer would be another; where two do the same, those which alone would make the difference. */
    private static Set<Rule> touching(Function<Set<Rule>, Outcome> answer) {
        Outcome original = answer.apply(Rule.original());
        Outcome contract = answer.apply(Rule.contract());
        Set<Rule> rules = EnumSet.noneOf(Rule.class);
        Arrays.stream(Rule.values())
                .filter(rule -> !Comparison.alike(original, answer.apply(rule.mended())))
                .forEach(rules::add);
        if (rules.isEmpty()) {
            Arrays.stream(Rule.values())
                    .filter(rule -> !Comparison.alike(contract, answer.apply(EnumSet.of(rule))))
                    .forEach(rules::add);
        }
        return rules;
    }

    /** An update or a delete that means other records here than there: both are said again by key. */
    private Optional<Departure> matching(Step step, Table table) {
        Function<Set<Rule>, Outcome> keys = ways -> new Reading(table, ways).keys(step);
        Outcome original = keys.apply(Rule.original());
        Outcome ours = keys.apply(Rule.contract());
        if (Comparison.alike(original, ours)) {
            return Optional.empty();
        }
        Step there = byKey(step, table, original);
        Stage.Effect here =
                ours instanceof Outcome.Failure ? stage.unchanged(ours) : stage.attempt(byKey(step, table, ours));
        Outcome given = stage.attempt(there).outcome();
        return Optional.of(new Departure(touching(keys), given, here, Optional.of(there), false));
    }

    private static Step byKey(Step step, Table table, Outcome keys) {
        Object values = ((Outcome.Result) keys).value();
        return step.with("where", Map.of("op", "in", "field", table.primaryKey(), "values", values));
    }

    private Optional<Departure> schema(Step step, Table table) {
        if (table.schema().isEmpty() || step.flag("skip_validation")) {
            return Optional.empty();
        }
        Written written = Written.by(step, table);
        boolean there = written.fits(Rule.original());
        boolean here = written.fits(Rule.contract());
        if (there == here) {
            return Optional.empty();
        }
        return Optional.of(here ? widening(step, written) : refusing(step, written));
    }

    /** What the step does here is what it does with the integers written as Doubles; the original refused it. */
    private Departure widening(Step step, Written written) {
        Outcome refused = Outcome.Failure.of(SchemaValidationException.class);
        return Departure.of(EnumSet.of(Rule.INTEGER_FOR_DOUBLE), refused, stage.attempt(written.widened(step)));
    }

    /** Refused here, stored there: new records can be stored here too by skipping the schema, changed ones cannot. */
    private Departure refusing(Step step, Written written) {
        Set<Rule> rules = EnumSet.of(Rule.BOOLEAN_FOR_INTEGER);
        Stage.Effect refused = stage.unchanged(Outcome.Failure.of(SchemaValidationException.class));
        if (written.changesRecords()) {
            return new Departure(rules, written.originalResult(step), refused, Optional.empty(), true);
        }
        Step stored = step.with("skip_validation", true);
        return new Departure(rules, stage.attempt(stored).outcome(), refused, Optional.of(stored), false);
    }

    private Optional<Departure> creatingIndex(Step step, Table table) {
        String type = step.text("type").toUpperCase(Locale.ROOT);
        if (Arrays.stream(IndexType.values()).noneMatch(known -> known.name().equals(type))) {
            Stage.Effect refused = stage.unchanged(Outcome.Failure.of(IllegalArgumentException.class));
            return Optional.of(Departure.of(EnumSet.of(Rule.UNKNOWN_INDEX_TYPE), new Outcome.Result(null), refused));
        }
        indexes.created(table, step.text("field"), IndexType.valueOf(type));
        return Optional.empty();
    }

    private Optional<Departure> indexedFields(Step step, Table table) {
        List<String> ours = indexes.fields(table);
        return indexes.without(table, step.expect().get("result"))
                .map(there ->
                        Departure.of(EnumSet.of(Rule.SILENT_INDEX), there, stage.unchanged(new Outcome.Result(ours))));
    }

    private Optional<Departure> droppingTable(Step step) {
        indexes.dropped(step.table());
        return Optional.empty();
    }
}
