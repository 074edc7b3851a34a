package io.dictdb.benchmarks.race;

import java.nio.file.Path;
import java.util.function.Consumer;
import tools.jackson.core.JsonEncoding;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Transactions as a JSON array, for contestants without a form of their own. */
final class JsonRows {
    private static final JsonFactory JSON = new JsonFactory();

    private JsonRows() {}

    static void save(Iterable<Tx> rows, Path target) {
        try (JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), target, JsonEncoding.UTF8)) {
            out.writeStartArray();
            for (Tx row : rows) {
                out.writeStartObject();
                out.writeNumberProperty("id", row.id());
                out.writeNumberProperty("customer_id", row.customer());
                out.writeNumberProperty("amount", row.amount());
                out.writeStringProperty("date", row.date());
                out.writeStringProperty("status", row.status());
                out.writeEndObject();
            }
            out.writeEndArray();
        }
    }

    static void load(Path source, Consumer<Tx> target) {
        try (JsonParser in = JSON.createParser(ObjectReadContext.empty(), source)) {
            in.nextToken();
            while (in.nextToken() == JsonToken.START_OBJECT) {
                target.accept(row(in));
            }
        }
    }

    private static Tx row(JsonParser in) {
        long id = 0;
        long customer = 0;
        double amount = 0;
        String date = "";
        String status = "";
        while (in.nextToken() != JsonToken.END_OBJECT) {
            String name = in.currentName();
            in.nextToken();
            switch (name) {
                case "id" -> id = in.getLongValue();
                case "customer_id" -> customer = in.getLongValue();
                case "amount" -> amount = in.getDoubleValue();
                case "date" -> date = in.getString();
                default -> status = in.getString();
            }
        }
        return new Tx(id, customer, amount, date, status);
    }
}
