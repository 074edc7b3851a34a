package io.dictdb.benchmarks.race;

import java.io.StringWriter;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** All that was measured, as a table for people and as JSON for programs. */
final class Results {
    private final int rows;
    private final List<String> jvm;
    private final Map<Workload, Map<Engine, Result>> all = new EnumMap<>(Workload.class);

    Results(int rows, List<String> jvm) {
        this.rows = rows;
        this.jvm = jvm;
    }

    void add(Cell cell, Result result) {
        all.computeIfAbsent(cell.workload(), key -> new EnumMap<>(Engine.class)).put(cell.engine(), result);
    }

    /** The best of those that are raced against. */
    private static Optional<Map.Entry<Engine, Result>> bestRival(Workload workload, Map<Engine, Result> row) {
        return row.entrySet().stream()
                .filter(each -> each.getKey().isRival() && each.getValue().isThere())
                .max((one, other) -> Double.compare(
                        workload.ratio(one.getValue().median(), other.getValue().median()), 1));
    }

    String table() {
        StringBuilder text = new StringBuilder(setting()).append("\n\n| | ");
        for (Engine engine : Engine.values()) {
            text.append("| ").append(engine).append(' ');
        }
        text.append("| to the best rival |\n|---|---|")
                .append("---|".repeat(Engine.values().length + 1))
                .append('\n');
        all.forEach((workload, row) -> addRow(workload, row, text));
        return text.toString();
    }

    private String setting() {
        return String.format(
                Locale.ROOT,
                "%,d rows, %d processors, Java %s%s, %s. Medians; spread: half of the middle half.",
                rows,
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.version"),
                jvm.isEmpty() ? "" : " " + String.join(" ", jvm),
                LocalDate.now(ZoneId.systemDefault()));
    }

    private static void addRow(Workload workload, Map<Engine, Result> row, StringBuilder text) {
        text.append("| ")
                .append(workload)
                .append(" | ")
                .append(workload.title())
                .append(", ")
                .append(workload.unit());
        for (Engine engine : Engine.values()) {
            text.append(" | ").append(shown(row.get(engine)));
        }
        text.append(" | ").append(ratio(workload, row)).append(" |\n");
    }

    private static String shown(@Nullable Result result) {
        if (result == null) {
            return "";
        }
        return result.isThere()
                ? Result.number(result.median()) + String.format(Locale.ROOT, " ±%.0f %%", result.spread())
                : result.failure();
    }

    private static String ratio(Workload workload, Map<Engine, Result> row) {
        Result ours = row.get(Engine.DICTDB);
        return ours == null || !ours.isThere()
                ? ""
                : bestRival(workload, row)
                        .map(rival -> String.format(
                                Locale.ROOT,
                                "%.2f × %s",
                                workload.ratio(ours.median(), rival.getValue().median()),
                                rival.getKey()))
                        .orElse("");
    }

    String json() {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            out.writeStartObject();
            out.writeStringProperty("setting", setting());
            all.forEach((workload, row) -> {
                out.writeName(workload.toString());
                out.writeStartObject();
                row.forEach((engine, result) -> write(engine, result, out));
                out.writeEndObject();
            });
            out.writeEndObject();
        }
        return text.toString();
    }

    private static void write(Engine engine, Result result, JsonGenerator out) {
        out.writeName(engine.toString());
        if (result.isThere()) {
            out.writeStartArray();
            result.values().forEach(value -> out.writeNumber(value.doubleValue()));
            out.writeEndArray();
        } else {
            out.writeString(result.failure());
        }
    }
}
