package io.dictdb.internal.json;

import java.util.Set;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.TokenStreamContext;
import tools.jackson.core.util.MinimalPrettyPrinter;

/** Separators as Python writes them, each table and each record on a line of its own. */
final class Lines extends MinimalPrettyPrinter {
    private static final long serialVersionUID = 1L;

    /** How deep the object of all tables lies. */
    private static final int TABLES = 2;

    private static final Set<String> RECORDS = Set.of(Names.RECORDS, Names.UPSERTS);

    /** The context that makes a generator write so. */
    static ObjectWriteContext context() {
        Lines lines = new Lines();
        return new ObjectWriteContext.Base() {
            @Override
            public PrettyPrinter getPrettyPrinter() {
                return lines;
            }

            @Override
            public boolean hasPrettyPrinter() {
                return true;
            }
        };
    }

    private static boolean betweenTables(JsonGenerator out) {
        TokenStreamContext here = out.streamWriteContext();
        return here.getNestingDepth() == TABLES
                && here.inObject()
                && Names.TABLES.equals(here.getParent().currentName());
    }

    private static boolean betweenRecords(JsonGenerator out) {
        TokenStreamContext here = out.streamWriteContext();
        return here.getNestingDepth() == TABLES + 2
                && here.inArray()
                && RECORDS.contains(here.getParent().currentName());
    }

    @Override
    public void writeObjectNameValueSeparator(JsonGenerator out) {
        out.writeRaw(": ");
    }

    @Override
    public void beforeObjectEntries(JsonGenerator out) {
        if (betweenTables(out)) {
            out.writeRaw('\n');
        }
    }

    @Override
    public void writeObjectEntrySeparator(JsonGenerator out) {
        out.writeRaw(betweenTables(out) ? ",\n" : ", ");
    }

    @Override
    public void beforeArrayValues(JsonGenerator out) {
        if (betweenRecords(out)) {
            out.writeRaw('\n');
        }
    }

    @Override
    public void writeArrayValueSeparator(JsonGenerator out) {
        out.writeRaw(betweenRecords(out) ? ",\n" : ", ");
    }

    @Override
    public void writeEndArray(JsonGenerator out, int values) {
        out.writeRaw(betweenRecords(out) && values > 0 ? "\n]" : "]");
    }

    @Override
    public void writeEndObject(JsonGenerator out, int entries) {
        out.writeRaw(betweenTables(out) && entries > 0 ? "\n}" : "}");
    }
}
