package io.dictdb.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import java.io.StringWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Lines for programs: a JSON object each. */
final class JsonLayout extends EventLayout {
    private static final JsonFactory JSON = new JsonFactory();

    @Override
    void write(ILoggingEvent event, StringBuilder target) {
        StringWriter line = new StringWriter(256);
        try (JsonGenerator out = JSON.createGenerator(ObjectWriteContext.empty(), line)) {
            out.writeStartObject();
            out.writeStringProperty("time", time(event));
            out.writeStringProperty("level", event.getLevel().levelStr);
            out.writeStringProperty("logger", event.getLoggerName());
            out.writeStringProperty("thread", event.getThreadName());
            out.writeStringProperty("message", event.getFormattedMessage());
            out.writeName("extra");
            JsonValues.write(KeyValues.of(event), out);
            if (event.getThrowableProxy() != null) {
                out.writeStringProperty("exception", ThrowableProxyUtil.asString(event.getThrowableProxy()));
            }
            out.writeEndObject();
        }
        target.append(escaped(line.toString()));
    }

    /** JSON leaves some characters as they are that others take for the end of a line; here they can only stand in strings. */
    private static String escaped(String json) {
        return OneLine.of(json);
    }
}
