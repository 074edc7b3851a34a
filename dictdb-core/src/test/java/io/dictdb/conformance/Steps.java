package io.dictdb.conformance;

import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Steps written short, for the tests of the runner itself: single quotes stand for double ones. */
final class Steps {
    private static final String QUERY =
            "{'op':'select','table':'t','columns':null,'where':null,'order_by':null,'limit':null,'offset':0,'distinct':false";

    private Steps() {}

    @SuppressWarnings("unchecked")
    static Step step(String json) {
        return new Step((Map<String, @Nullable Object>) Json.read(json.replace('\'', '"')));
    }

    /** A select of everything from table t, but for these arguments. */
    static Step select(String arguments) {
        return step(QUERY + "," + arguments + "}");
    }

    static Step where(String condition) {
        return select("'where':" + condition);
    }

    /** Table t without a schema, primary key id. */
    static Step table() {
        return step("{'op':'create_table','table':'t','primary_key':'id','schema':null,'expect':{'result':null}}");
    }

    static Step table(String schema) {
        return step("{'op':'create_table','table':'t','primary_key':'id','schema':" + schema
                + ",'expect':{'result':null}}");
    }

    static Step insert(String record) {
        return step("{'op':'insert','table':'t','record':" + record + "}");
    }

    static Step insertMany(String... records) {
        return step("{'op':'insert_many','table':'t','batch_size':null,'skip_validation':false,'records':["
                + String.join(",", records) + "]}");
    }

    static Step expecting(Step step, String expect) {
        return step.with("expect", step(expect).fields());
    }

    /** A stage on which these steps have been played. */
    static Stage stage(Step... steps) {
        Stage stage = new Stage();
        Stream.of(steps).forEach(stage::play);
        return stage;
    }

    /** Table t with one record for each of these values of the field v. */
    static Stage values(String... values) {
        return stage(
                table(),
                insertMany(Stream.of(values).map(v -> "{'v':" + v + "}").toArray(String[]::new)));
    }
}
