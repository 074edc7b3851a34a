package io.dictdb.logging;

import java.io.StringWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Lines for programs: a JSON object each. */
final class JsonLayout extends EventLayout {
    private static final JsonFactory JSON = new JsonFactory();

    @Override
    void write(LogEvent event, StringBuilder target) {
        StringWriter line = new StringWriter(256);
        try (JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
            out.writeStartObject();
            out.writeStringProperty("time", time(event));
            out.writeStringProperty("level", event.level().name());
            out.writeStringProperty("logger", event.logger());
            out.writeStringProperty("thread", event.thread());
            out.writeStringProperty("message", event.message());
            out.writeName("extra");
            JsonValues.write(event.values(), out);
            if (event.cause() != null) {
                out.writeStringProperty("exception", trace(event.cause()));
            }
            out.writeEndObject();
        }
        target.append(
                OneLine.of(line.toString())); // JSON leaves some characters that others take for the end of a line
    }
}
