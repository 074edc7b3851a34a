package io.dictdb.pickle;

import java.util.Map;
import java.util.function.UnaryOperator;

/** Pickles of plain data only that are no databases. */
final class HostileTables {
    private final Map<String, byte[]> files;

    private HostileTables(Map<String, byte[]> files) {
        this.files = files;
    }

    static void addTo(Map<String, byte[]> files) {
        HostileTables tables = new HostileTables(files);
        tables.databases();
        tables.descriptions();
        tables.records();
    }

    private void add(String name, Pickle pickle) {
        files.put(name, pickle.done());
    }

    private static Pickle begun() {
        return Pickle.protocol(4);
    }

    private void databases() {
        add("nothing", begun().raw('.'));
        add("None", begun().raw('N', '.'));
        add("a dict", begun().raw('}', '.'));
        add("two values", begun().raw('N', 'N', '.'));
        add("a mark under it", begun().raw('(').database().raw('u', 'u', 'b', '.'));
        add(
                "no database but a table",
                begun().object("dictdb.core.table", "Table").raw('u', 'b', '.'));
        add(
                "a database without attributes",
                begun().global("dictdb.storage.database", "DictDB").raw(')', 0x81, '.'));
        add(
                "a database without tables",
                begun().object("dictdb.storage.database", "DictDB").raw('u', 'b', '.'));
        add("a database with more", begun().database().raw('u').text("more").raw('N', 'u', 'b', '.'));
        add("tables twice", begun().database().raw('u').text("tables").raw('}', 'u', 'b', '.'));
        add(
                "tables in a list",
                begun().object("dictdb.storage.database", "DictDB")
                        .text("tables")
                        .raw(']', 'u', 'b', '.'));
        add("a number as a table's name", begun().database().raw('K', 1, '}', 'u', 'u', 'b', '.'));
        add("a dict as a table", begun().database().text("t").raw('}', 'u', 'u', 'b', '.'));
        add(
                "a database as a table",
                begun().database()
                        .text("t")
                        .object("dictdb.storage.database", "DictDB")
                        .raw('u', 'b', 'u', 'u', 'b', '.'));
        add("something behind its end", begun().database().raw('u', 'u', 'b', '.', '.'));
        add(
                "another pickle behind its end",
                begun().database().raw('u', 'u', 'b', '.').bytes(new byte[100_000]));
        files.put("nothing but a protocol", new byte[] {(byte) 0x80, 4});
        files.put("text", "id,name\n1,Ada\n".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        files.put(
                "a table twice",
                begun().database()
                        .table("t", "id")
                        .tableEnds()
                        .table("t", "id")
                        .tableEnds()
                        .databaseEnds());
    }

    private void table(String name, UnaryOperator<Pickle> attributes) {
        Pickle open = begun().database().text("t").object("dictdb.core.table", "Table");
        files.put("a table with " + name, attributes.apply(open).raw('u', 'b').databaseEnds());
    }

    private void descriptions() {
        table("nothing", p -> p);
        table(
                "another name",
                p -> p.text("table_name")
                        .text("u")
                        .text("primary_key")
                        .text("id")
                        .text("records")
                        .raw('}'));
        table(
                "a number as its name",
                p -> p.text("table_name")
                        .raw('K', 1)
                        .text("primary_key")
                        .text("id")
                        .text("records")
                        .raw('}'));
        table(
                "no primary key",
                p -> p.text("table_name").text("t").text("records").raw('}'));
        table(
                "a number as primary key",
                p -> p.text("table_name")
                        .text("t")
                        .text("primary_key")
                        .raw('K', 1)
                        .text("records")
                        .raw('}'));
        table(
                "no records",
                p -> p.text("table_name").text("t").text("primary_key").text("id"));
        table(
                "records in a list",
                p -> p.text("table_name")
                        .text("t")
                        .text("primary_key")
                        .text("id")
                        .text("records")
                        .raw(']'));
        table("a key that is a number", p -> p.raw('K', 1, 'N'));
        for (String more : new String[] {"unknown", "table_name", "__class__", "__setstate__"}) {
            table(
                    "an attribute " + more,
                    p -> p.text("table_name")
                            .text("t")
                            .text("primary_key")
                            .text("id")
                            .text("records")
                            .raw('}')
                            .text(more)
                            .raw('N'));
        }
        schema("a list", p -> p.raw(']'));
        schema("the name of a type", p -> p.raw('}').text("id").text("int").raw('s'));
        schema("None as a type", p -> p.raw('}').text("id").raw('N', 's'));
        schema("a set", p -> p.raw('}').text("id").global("builtins", "set").raw('s'));
        schema("object", p -> p.raw('}').text("id").global("builtins", "object").raw('s'));
        schema(
                "a function",
                p -> p.raw('}').text("id").global("_codecs", "encode").raw('s'));
        schema(
                "a table",
                p -> p.raw('}').text("id").global("dictdb.core.table", "Table").raw('s'));
        schema("a date", p -> p.raw('}').text("id").global("datetime", "date").raw('s'));
        schema("a date as a field", p -> p.raw('}').global("datetime", "date").raw('N', 's'));
        schema(
                "a number as a field",
                p -> p.raw('}', 'K', 1).global("builtins", "int").raw('s'));
        schema(
                "a field twice",
                p -> p.raw('}')
                        .text("id")
                        .global("builtins", "int")
                        .raw('s')
                        .text("id")
                        .global("builtins", "int")
                        .raw('s'));
        schema("itself", p -> p.raw('}', 'q', 9).text("id").raw('h', 9, 's'));
    }

    private void schema(String name, UnaryOperator<Pickle> schema) {
        table(
                "a schema of " + name,
                p -> schema.apply(p.text("table_name")
                        .text("t")
                        .text("primary_key")
                        .text("id")
                        .text("records")
                        .raw('}')
                        .text("schema")));
    }

    private void record(String name, UnaryOperator<Pickle> keyAndRecord) {
        Pickle open = begun().database().table("t", "id");
        files.put("a record with " + name, keyAndRecord.apply(open).tableEnds().databaseEnds());
    }

    private void records() {
        record("another key", p -> p.raw('K', 1, '}').text("id").raw('K', 2, 's'));
        record("a string for a number", p -> p.text("1").raw('}').text("id").raw('K', 1, 's'));
        record("no key", p -> p.raw('K', 1, '}').text("x").raw('K', 1, 's'));
        record("None as its key", p -> p.raw('N', '}').text("id").raw('N', 's'));
        record(
                "NaN as its key",
                p -> p.ascii("Fnan\n").raw('}').text("id").ascii("Fnan\n").raw('s'));
        record(
                "a tuple as its key",
                p -> p.raw('K', 1, 0x85, 'q', 9, '}').text("id").raw('h', 9, 's'));
        record("a list as its key", p -> p.raw(']', 'q', 9, '}').text("id").raw('h', 9, 's'));
        record(
                "bytes as its key",
                p -> p.raw('C', 1, 'x', 'q', 9, '}').text("id").raw('h', 9, 's'));
        record(
                "a type as its key",
                p -> p.global("builtins", "int").raw('q', 9, '}').text("id").raw('h', 9, 's'));
        record(
                "a date as its key",
                p -> p.global("datetime", "date").raw('q', 9, '}').text("id").raw('h', 9, 's'));
        record(
                "a date as a field",
                p -> p.raw('K', 1, '}')
                        .text("id")
                        .raw('K', 1, 's')
                        .global("datetime", "date")
                        .raw('N', 's'));
        record(
                "a list of long texts for its key",
                p -> p.raw('K', 1, '}')
                        .text("id")
                        .text("x".repeat(1_000_000))
                        .raw('q', 9, '0')
                        .ascii("](" + "h\11".repeat(3_000) + "es"));
        record("a list for a dict", p -> p.raw('K', 1, ']'));
        record("None for a dict", p -> p.raw('K', 1, 'N'));
        record(
                "a field twice",
                p -> p.raw('K', 1, '}').text("id").raw('K', 1, 's').text("id").raw('K', 1, 's'));
        record("a number as a field", p -> p.raw('K', 1, '}').text("id").raw('K', 1, 's', 'K', 2, 'N', 's'));
        record(
                "a name twice in a dict",
                p -> p.raw('K', 1, '}')
                        .text("id")
                        .raw('K', 1, 's')
                        .text("v")
                        .raw('}')
                        .text("a")
                        .raw('N', 's')
                        .text("a")
                        .raw('N', 's', 's'));
        record(
                "a number as a name in a dict",
                p -> p.raw('K', 1, '}').text("id").raw('K', 1, 's').text("v").raw('}', 'K', 1, 'N', 's', 's'));
        record(
                "a key that another has",
                p -> p.raw('K', 1, '}', 'q', 9).text("id").raw('K', 1, 's', 'K', 1, 'h', 9));
        record(
                "a key that another has as a float",
                p -> p.raw('K', 1, '}', 'q', 9)
                        .text("id")
                        .raw('K', 1, 's')
                        .ascii("F1.0\n")
                        .raw('h', 9));
        record(
                "a name of 50,001 characters",
                p -> p.raw('K', 1, '}')
                        .text("id")
                        .raw('K', 1, 's')
                        .text("x".repeat(50_001))
                        .raw('N', 's'));
        record(
                "a set",
                p -> p.raw('K', 1, '}').text("id").raw('K', 1, 's').text("v").raw(0x8f, 's'));
    }
}
