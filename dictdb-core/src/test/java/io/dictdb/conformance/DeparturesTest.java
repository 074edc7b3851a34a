package io.dictdb.conformance;

import static io.dictdb.conformance.Rule.BOOLEAN_NUMBER;
import static io.dictdb.conformance.Rule.DISTINCT_LIMIT;
import static io.dictdb.conformance.Rule.LIST_IS_MAP;
import static io.dictdb.conformance.Rule.NEGATIVE_LIMIT;
import static io.dictdb.conformance.Rule.NULL_OPERAND;
import static io.dictdb.conformance.Steps.select;
import static io.dictdb.conformance.Steps.step;
import static io.dictdb.conformance.Steps.values;
import static io.dictdb.conformance.Steps.where;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules that touch queries, each where it must speak and where it must be silent. {@link WritingDeparturesTest} has the others. */
class DeparturesTest {
    private static final String REFUSED = "IllegalArgumentException";

    @ParameterizedTest
    @ValueSource(strings = {"'limit':-1", "'limit':-5,'offset':1", "'limit':2,'offset':-3"})
    void aNegativeLimitOrOffsetIsRefusedHere(String arguments) {
        Departure departure = departure(values("1", "2", "3"), select("'columns':['v']," + arguments));
        assertThat(departure.rules()).containsExactly(NEGATIVE_LIMIT);
        assertThat(departure.original()).isInstanceOf(Outcome.Result.class);
        assertThat(departure.ours().outcome()).hasToString(REFUSED);
    }

    @Test
    void aNegativeLimitMeantNoneThereAndANegativeOffsetZero() {
        Step step = select("'columns':['v'],'limit':-1,'offset':-2");
        assertThat(departure(values("1", "2"), step).original()).hasToString("[{\"v\":1},{\"v\":2}]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"'limit':0", "'limit':2,'offset':1", "'limit':null,'offset':0", "'limit':null,'offset':9"})
    void otherLimitsAndOffsetsAreNoDeparture(String arguments) {
        assertThat(of(values("1", "2", "3"), select(arguments))).isEmpty();
    }

    @Test
    void distinctComesBeforeLimitHereAndCameAfterItThere() {
        Departure departure =
                departure(values("1", "1", "2", "3"), select("'columns':['v'],'distinct':true,'limit':2"));
        assertThat(departure.rules()).containsExactly(DISTINCT_LIMIT);
        assertThat(departure.original()).hasToString("[{\"v\":1}]");
        assertThat(departure.ours().outcome()).hasToString("[{\"v\":1},{\"v\":2}]");
    }

    @Test
    void distinctComesBeforeOffsetToo() {
        Departure departure = departure(values("1", "1", "2"), select("'columns':['v'],'distinct':true,'offset':1"));
        assertThat(departure.original()).hasToString("[{\"v\":1},{\"v\":2}]");
        assertThat(departure.ours().outcome()).hasToString("[{\"v\":2}]");
    }

    @Test
    void distinctWithALimitIsNoDepartureWhereBothAnswersAgree() {
        assertThat(of(values("1", "2", "3"), select("'columns':['v'],'distinct':true,'limit':2")))
                .isEmpty();
        assertThat(of(values("1", "1", "2"), select("'columns':['v'],'distinct':true")))
                .isEmpty();
        assertThat(of(values("1", "1", "2"), select("'columns':['v'],'limit':2")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'op':'eq','field':'v','value':1}",
                "{'op':'eq','field':'v','value':1.0}",
                "{'op':'ne','field':'v','value':0}",
                "{'op':'in','field':'v','values':[7,0]}",
                "{'op':'lt','field':'v','value':1}",
                "{'op':'ge','field':'v','value':0.5}",
                "{'op':'between','field':'v','low':1,'high':3}",
                "{'op':'not','args':[{'op':'eq','field':'v','value':1}]}"
            })
    void aBooleanMetAsANumberInAConditionIsADeparture(String condition) {
        assertThat(departure(values("true", "false", "'x'"), where(condition)).rules())
                .containsExactly(BOOLEAN_NUMBER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'op':'eq','field':'v','value':true}",
                "{'op':'gt','field':'v','value':false}",
                "{'op':'lt','field':'v','value':true}",
                "{'op':'in','field':'v','values':[false]}"
            })
    void aNumberMetAsABooleanIsADepartureToo(String condition) {
        assertThat(departure(values("1", "0"), where(condition)).rules()).containsExactly(BOOLEAN_NUMBER);
    }

    @Test
    void aBooleanInsideAListIsMetToo() {
        assertThat(of(values("[1, true]"), where("{'op':'eq','field':'v','value':[1,1]}")))
                .isPresent();
        assertThat(of(values("[2, true]"), where("{'op':'contains','field':'v','value':1}")))
                .isPresent();
        assertThat(of(values("[1, true]"), where("{'op':'contains','field':'v','value':1}")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'op':'eq','field':'v','value':2}",
                "{'op':'eq','field':'v','value':true}",
                "{'op':'eq','field':'id','value':1}",
                "{'op':'gt','field':'v','value':5}",
                "{'op':'contains','field':'v','value':1}",
                "{'op':'and','args':[{'op':'eq','field':'v','value':1},{'op':'eq','field':'id','value':9}]}"
            })
    void booleansThatMeetNoNumberAreNoDeparture(String condition) {
        assertThat(of(values("true", "false"), where(condition))).isEmpty();
    }

    @Test
    void numbersAloneAreNoDeparture() {
        assertThat(of(values("1", "0", "1.0"), where("{'op':'eq','field':'v','value':1}")))
                .isEmpty();
    }

    @Test
    void booleansAmongNumbersAreOrderedApart() {
        Departure departure = departure(values("0", "true", "2"), select("'columns':['v'],'order_by':'v'"));
        assertThat(departure.rules()).containsExactly(BOOLEAN_NUMBER);
        assertThat(departure.original()).hasToString("[{\"v\":0},{\"v\":true},{\"v\":2}]");
        assertThat(departure.ours().outcome()).hasToString("[{\"v\":true},{\"v\":0},{\"v\":2}]");
        assertThat(of(values("true", "false"), select("'order_by':'v'"))).isEmpty();
    }

    @Test
    void booleansAmongNumbersAreDistinct() {
        Step step = select("'columns':['v'],'distinct':true");
        assertThat(departure(values("1", "true"), step).ours().outcome()).hasToString("[{\"v\":1},{\"v\":true}]");
        assertThat(of(values("2", "true", "true"), step)).isEmpty();
    }

    @Test
    void booleansAmongNumbersAreGroupsOfTheirOwn() {
        Step step = step(
                "{'op':'aggregate','table':'t','where':null,'group_by':'v','aggs':{'n':{'fn':'count','field':null}}}");
        assertThat(departure(values("1", "true"), step).original()).hasToString("[{\"v\":1,\"n\":2}]");
        assertThat(departure(values("1", "true"), step).ours().outcome())
                .hasToString("[{\"v\":1,\"n\":1},{\"v\":true,\"n\":1}]");
        assertThat(of(values("2", "true"), step)).isEmpty();
    }

    @Test
    void booleansAreNotAddedUp() {
        Departure departure = departure(values("true", "3"), aggregate("sum"));
        assertThat(departure.rules()).containsExactly(BOOLEAN_NUMBER);
        assertThat(departure.original()).hasToString("{\"x\":4}");
        assertThat(departure.ours().outcome()).hasToString("{\"x\":3}");
        assertThat(departure(values("true", "false"), aggregate("avg")).ours().outcome())
                .hasToString("{\"x\":null}");
        assertThat(of(values("true", "3"), aggregate("count"))).isEmpty();
    }

    @Test
    void theLeastAndTheGreatestFollowTheTotalOrder() {
        assertThat(departure(values("true", "0"), aggregate("min")).ours().outcome())
                .hasToString("{\"x\":true}");
        assertThat(departure(values("true", "0"), aggregate("max")).ours().outcome())
                .hasToString("{\"x\":0}");
        assertThat(of(values("true", "false"), aggregate("min"))).isEmpty();
        assertThat(of(values("true", "3"), aggregate("max"))).isEmpty();
    }

    @Test
    void aNullBoundIsRefusedHereAndHeldForNothingThere() {
        Departure departure = departure(values("1"), where("{'op':'between','field':'v','low':null,'high':3}"));
        assertThat(departure.rules()).containsExactly(NULL_OPERAND);
        assertThat(departure.original()).hasToString("[]");
        assertThat(departure.ours().outcome()).hasToString(REFUSED);
        assertThat(of(values("1", "null"), where("{'op':'eq','field':'v','value':null}")))
                .isEmpty();
    }

    @Test
    void anEmptyListIsNoEmptyMap() {
        Step step = select("'columns':['v'],'distinct':true");
        assertThat(departure(values("{}", "[]"), step).rules()).containsExactly(LIST_IS_MAP);
        assertThat(of(values("{}", "[1]", "[1]"), step)).isEmpty();
    }

    @Test
    void severalRulesCanTouchOneStep() {
        Step step = select("'columns':['v'],'distinct':true,'limit':-1");
        assertThat(departure(values("1", "true"), step).rules()).containsExactly(NEGATIVE_LIMIT, BOOLEAN_NUMBER);
        Step cut = select("'columns':['v'],'distinct':true,'limit':2");
        assertThat(departure(values("1", "true", "1", "2"), cut).rules()).contains(BOOLEAN_NUMBER);
    }

    @Test
    void anUnknownTableIsNoDeparture() {
        assertThat(of(new Stage(), select("'limit':-1"))).isEmpty();
    }

    private static Step aggregate(String function) {
        return step("{'op':'aggregate','table':'t','where':null,'group_by':null,'aggs':{'x':{'fn':'" + function
                + "','field':'v'}}}");
    }

    private static Departure departure(Stage stage, Step step) {
        return of(stage, step).orElseThrow();
    }

    private static Optional<Departure> of(Stage stage, Step step) {
        return new Departures(stage).of(step);
    }
}
