package io.dictdb.conformance;

import static io.dictdb.conformance.Rule.BOOLEAN_FOR_INTEGER;
import static io.dictdb.conformance.Rule.BOOLEAN_NUMBER;
import static io.dictdb.conformance.Rule.INTEGER_FOR_DOUBLE;
import static io.dictdb.conformance.Rule.SILENT_INDEX;
import static io.dictdb.conformance.Rule.UNKNOWN_INDEX_TYPE;
import static io.dictdb.conformance.Steps.insert;
import static io.dictdb.conformance.Steps.insertMany;
import static io.dictdb.conformance.Steps.stage;
import static io.dictdb.conformance.Steps.step;
import static io.dictdb.conformance.Steps.table;
import static io.dictdb.conformance.Steps.values;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules that touch changes, schemas and indexes, each where it must speak and where it must be silent. */
class WritingDeparturesTest {
    private static final String REFUSED = "SchemaValidationException";
    private static final String ONE = "{'op':'eq','field':'v','value':1}";

    @Test
    void aDeleteThatMeansOtherRecordsIsSaidAgainByKey() {
        Departure departure =
                departure(values("1", "true", "2"), step("{'op':'delete','table':'t','where':" + ONE + "}"));
        assertThat(departure.rules()).containsExactly(BOOLEAN_NUMBER);
        assertThat(departure.original()).hasToString("2");
        assertThat(departure.ours().outcome()).hasToString("1");
        assertThat(departure.ours().contents().get("t")).hasSize(2);
        assertThat(departure.played().orElseThrow().where()).containsEntry("values", List.of(1L, 2L));
    }

    @Test
    void anUpdateThatMeansNothingHereFailsHere() {
        Departure departure =
                departure(values("true"), step("{'op':'update','table':'t','changes':{'v':5},'where':" + ONE + "}"));
        assertThat(departure.original()).hasToString("1");
        assertThat(departure.ours().outcome().toString()).startsWith("RecordNotFoundException");
    }

    @Test
    void anUpdateThatMeansTheSameRecordsIsNoDeparture() {
        Step update = step("{'op':'update','table':'t','changes':{'v':5},'where':" + ONE + "}");
        assertThat(of(values("1", "false"), update)).isEmpty();
        assertThat(of(values("true", "1"), step("{'op':'delete','table':'t','where':null}")))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'op':'insert','table':'t','record':{'v':3}}",
                "{'op':'insert_many','table':'t','batch_size':null,'skip_validation':false,'records':[{'v':1.5},{'v':3}]}",
                "{'op':'upsert','table':'t','on_conflict':'update','record':{'id':1,'v':3}}",
                "{'op':'upsert','table':'t','on_conflict':'update','record':{'id':9,'v':3}}",
                "{'op':'update','table':'t','changes':{'v':3},'where':null}"
            })
    void anIntegerForADoubleFieldIsWidenedHereAndWasRefusedThere(String json) {
        Departure departure = departure(stage(table("{'v':'float'}"), insert("{'v':0.5}")), step(json));
        assertThat(departure.rules()).containsExactly(INTEGER_FOR_DOUBLE);
        assertThat(departure.original()).hasToString(REFUSED);
        assertThat(departure.ours().outcome()).isInstanceOf(Outcome.Result.class);
        assertThat(departure.ours().contents().get("t"))
                .anySatisfy(row -> assertThat(row).containsEntry("v", 3.0));
        assertThat(departure.played()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'op':'insert','table':'t','record':{'v':3.0}}",
                "{'op':'insert','table':'t','record':{'v':3,'unknown':1}}",
                "{'op':'insert','table':'t','record':{'v':true}}",
                "{'op':'insert_many','table':'t','batch_size':null,'skip_validation':true,'records':[{'v':3}]}",
                "{'op':'upsert','table':'t','on_conflict':'ignore','record':{'id':1,'v':3}}",
                "{'op':'update','table':'t','changes':{'v':3},'where':{'op':'eq','field':'id','value':9}}"
            })
    void otherwiseADoubleFieldIsNoDeparture(String json) {
        assertThat(of(stage(table("{'v':'float'}"), insert("{'v':0.5}")), step(json)))
                .isEmpty();
        assertThat(of(stage(table(), insert("{'v':0.5}")), insert("{'v':3}"))).isEmpty();
    }

    @Test
    void aBooleanForAnIntegerFieldIsRefusedHereAndStoredAsTheOriginalDid() {
        Departure departure = departure(stage(table("{'v':'int'}")), insert("{'v':true}"));
        assertThat(departure.rules()).containsExactly(BOOLEAN_FOR_INTEGER);
        assertThat(departure.original()).hasToString("1");
        assertThat(departure.ours().outcome()).hasToString(REFUSED);
        assertThat(departure.ours().contents().get("t")).isEmpty();
        assertThat(departure.played().orElseThrow().flag("skip_validation")).isTrue();
        assertThat(departure.parted()).isFalse();
    }

    @Test
    void aBooleanThatChangesARecordPartsTheWays() {
        Stage stage = stage(table("{'v':'int'}"), insert("{'v':1}"));
        Departure departure = departure(stage, step("{'op':'update','table':'t','changes':{'v':true},'where':null}"));
        assertThat(departure.parted()).isTrue();
        assertThat(departure.original()).hasToString("1");
        Step upsert = step("{'op':'upsert','table':'t','on_conflict':'update','record':{'id':1,'v':true}}");
        assertThat(departure(stage, upsert).original()).hasToString("[1,\"updated\"]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"{'v':1,'b':true}", "{'v':1,'b':1}", "{'v':'x','b':true}", "{'v':true,'b':0}", "{'v':true}"})
    void otherwiseAnIntegerFieldIsNoDeparture(String record) {
        assertThat(of(stage(table("{'v':'int','b':'bool'}")), insert(record))).isEmpty();
    }

    @Test
    void anUnknownIndexTypeIsRefusedHere() {
        Departure departure = departure(values("1"), createIndex("btree"));
        assertThat(departure.rules()).containsExactly(UNKNOWN_INDEX_TYPE);
        assertThat(departure.original()).hasToString("null");
        assertThat(departure.ours().outcome()).hasToString("IllegalArgumentException");
    }

    @ParameterizedTest
    @ValueSource(strings = {"hash", "sorted", "Hash", "SORTED"})
    void aKnownIndexTypeIsNoDepartureInAnyLetterCase(String type) {
        assertThat(of(values("1"), createIndex(type))).isEmpty();
    }

    @Test
    void anIndexThatTheOriginalCouldNotMakeIsThereHere() {
        assertThat(indexedFields(values("[1]"), "hash", "[]").orElseThrow().rules())
                .containsExactly(SILENT_INDEX);
        assertThat(indexedFields(values("1", "'x'"), "sorted", "[]")
                        .orElseThrow()
                        .ours()
                        .outcome())
                .hasToString("[\"v\"]");
        assertThat(indexedFields(values("1", "'x'"), "sorted", "['v']")).isEmpty();
        assertThat(indexedFields(values("1", "'x'"), "hash", "[]")).isEmpty();
    }

    private static Optional<Departure> indexedFields(Stage stage, String type, String expected) {
        Departures departures = new Departures(stage);
        departures.of(createIndex(type));
        return departures.of(step("{'op':'indexed_fields','table':'t','expect':{'result':" + expected + "}}"));
    }

    private static Step createIndex(String type) {
        return step("{'op':'create_index','table':'t','field':'v','type':'" + type + "'}");
    }

    @Test
    void aRecordTwiceInOneListIsNoDeparture() {
        assertThat(of(values("1"), insertMany("{'id':7}", "{'id':7}"))).isEmpty();
    }

    private static Departure departure(Stage stage, Step step) {
        return of(stage, step).orElseThrow();
    }

    private static Optional<Departure> of(Stage stage, Step step) {
        return new Departures(stage).of(step);
    }
}
