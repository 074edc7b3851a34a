package io.dictdb.pickle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;

/** Pickles that must be refused, by name: pieces that leave a value which is none, each put in every place where a value can stand, and whole files. */
final class Hostile {
    private static final int DEEP = 300_000;
    private static final List<String> FUNCTIONS = List.of(
            "os system",
            "posix system",
            "subprocess Popen",
            "builtins eval",
            "builtins exec",
            "builtins getattr",
            "builtins __import__",
            "builtins open",
            "builtins complex",
            "__builtin__ eval",
            "operator attrgetter",
            "functools partial",
            "importlib import_module",
            "pickle loads",
            "types CodeType",
            "decimal Decimal",
            "datetime date",
            "collections OrderedDict",
            "dictdb.core.field Field",
            "java.lang Runtime",
            "java.lang ProcessBuilder",
            "javax.script ScriptEngineManager",
            "dictdb.storage.database DictDB.load",
            "dictdb.storage.database os.system",
            "dictdb.core.table __builtins__",
            "io.dictdb DictDB",
            "builtins DictDB",
            " int",
            "builtins ",
            "builtins.int int");

    private final Map<String, byte[]> files = new LinkedHashMap<>();

    private Hostile() {}

    static Map<String, byte[]> files() {
        Hostile hostile = new Hostile();
        hostile.functions();
        hostile.calls();
        hostile.instructions();
        hostile.memo();
        hostile.lengths();
        hostile.types();
        hostile.shapes();
        hostile.empties();
        hostile.literals();
        HostileTables.addTo(hostile.files);
        return hostile.files;
    }

    /** A piece in all places. */
    private void everywhere(String name, UnaryOperator<Pickle> piece) {
        file(name + ", alone", pickle -> piece.apply(pickle).raw('.'));
        file(
                name + ", as a database's tables",
                pickle -> piece.apply(pickle.object("dictdb.storage.database", "DictDB")
                                .text("tables"))
                        .raw('u', 'b', '.'));
        file(
                name + ", as a table",
                pickle -> piece.apply(pickle.database().text("t")).databaseEnds());
        file(name + ", as a record", pickle -> {
            Pickle open = pickle.database().table("t", "id").raw('K', 1);
            piece.apply(open).tableEnds().databaseEnds();
        });
        inRecord(name, piece);
    }

    /** A piece as the value of a field. */
    private void inRecord(String name, UnaryOperator<Pickle> piece) {
        file(name + ", as a value", pickle -> {
            Pickle open = pickle.database().table("t", "id").raw('K', 1, '}', '(');
            piece.apply(open.text("id").raw('K', 1).text("v"))
                    .raw('u')
                    .tableEnds()
                    .databaseEnds();
        });
    }

    private void file(String name, Consumer<Pickle> content) {
        Pickle pickle = Pickle.protocol(5);
        content.accept(pickle);
        files.put(name, pickle.done());
    }

    /** A piece in all places, and where it is dropped before a database that is none the worse for it. */
    private void evenDropped(String name, UnaryOperator<Pickle> piece) {
        everywhere(name, piece);
        file(
                name + ", dropped",
                p -> piece.apply(p)
                        .raw('0')
                        .database()
                        .table("t", "id")
                        .tableEnds()
                        .databaseEnds());
    }

    private void functions() {
        for (String function : FUNCTIONS) {
            String module = function.substring(0, function.lastIndexOf(' '));
            String name = function.substring(function.lastIndexOf(' ') + 1);
            evenDropped("GLOBAL " + function, p -> p.global(module, name));
            inRecord("STACK_GLOBAL " + function, p -> p.text(module).text(name).raw(0x93));
            evenDropped(
                    "REDUCE " + function,
                    p -> p.global(module, name).raw('(').text("id").raw('t', 'R'));
            inRecord("INST " + function, p -> p.raw('(').text("id").ascii("i" + module + "\n" + name + "\n"));
            inRecord(
                    "OBJ " + function,
                    p -> p.raw('(').global(module, name).text("id").raw('o'));
            evenDropped("NEWOBJ " + function, p -> p.global(module, name).raw(')', 0x81));
            inRecord("NEWOBJ_EX " + function, p -> p.global(module, name).raw(')', '}', 0x92));
            inRecord(
                    "BUILD " + function,
                    p -> p.global(module, name).raw(')', 0x81).text("id").raw('b'));
            inRecord(
                    "items of " + function,
                    p -> p.global(module, name).raw(')', 'R', 'N', 'a', 'N', 'N', 's', '(', 'N', 0x90));
            inRecord(
                    "reconstructed " + function,
                    p -> p.global("copy_reg", "_reconstructor")
                            .global(module, name)
                            .global("builtins", "object")
                            .raw('N', 0x87, 'R'));
        }
    }

    private void calls() {
        for (String type :
                List.of("int", "str", "float", "bool", "list", "dict", "tuple", "bytes", "bytearray", "object")) {
            everywhere("call of " + type, p -> p.global("builtins", type).raw('K', 9, 0x85, 'R'));
            everywhere("new " + type, p -> p.global("builtins", type).raw(')', 0x81));
            everywhere("NEWOBJ_EX of " + type, p -> p.global("builtins", type).raw(')', '}', 0x92));
        }
        everywhere(
                "bytearray of a string",
                p -> p.global("builtins", "bytearray").text("x").raw(0x85, 'R'));
        everywhere(
                "bytearray in another encoding",
                p -> p.global("builtins", "bytearray").text("x").text("utf-8").raw(0x86, 'R'));
        everywhere("set of a number", p -> p.global("builtins", "set").raw('K', 9, 0x85, 'R'));
        everywhere("set of two", p -> p.global("builtins", "set").raw(']', ']', 0x86, 'R'));
        everywhere("set of itself", p -> p.global("builtins", "set").raw('q', 1, 'h', 1, 0x85, 'R'));
        everywhere(
                "encode as utf-8",
                p -> p.global("_codecs", "encode").text("x").text("utf-8").raw(0x86, 'R'));
        everywhere(
                "encode a number",
                p -> p.global("_codecs", "encode").raw('K', 1).text("latin1").raw(0x86, 'R'));
        everywhere(
                "encode too much",
                p -> p.global("_codecs", "encode").text("\u20ac").text("latin1").raw(0x86, 'R'));
        everywhere("call with a list", p -> p.global("builtins", "set").raw(']', 'R'));
        everywhere("call of a number", p -> p.raw('K', 1, ')', 'R'));
        everywhere("call of none", p -> p.raw('N', ')', 'R'));
        everywhere(
                "reconstruct a set",
                p -> p.global("copy_reg", "_reconstructor")
                        .global("builtins", "set")
                        .global("builtins", "object")
                        .raw('N', 0x87, 'R'));
        everywhere(
                "reconstruct on a list",
                p -> p.global("copy_reg", "_reconstructor")
                        .global("dictdb.core.table", "Table")
                        .global("builtins", "list")
                        .raw('N', 0x87, 'R'));
        everywhere(
                "reconstruct with a state",
                p -> p.global("copy_reg", "_reconstructor")
                        .global("dictdb.core.table", "Table")
                        .global("builtins", "object")
                        .raw('}', 0x87, 'R'));
        everywhere(
                "new table with arguments",
                p -> p.global("dictdb.core.table", "Table").raw('N', 0x85, 0x81));
        everywhere("new of a string", p -> p.text("os.system").raw(')', 0x81));
        everywhere("build of a dict", p -> p.raw('}', '}', 'b'));
        everywhere("build of a list", p -> p.raw(']', '}', 'b'));
        everywhere("build of a name", p -> p.global("builtins", "int").raw('}', 'b'));
        everywhere("build of none", p -> p.raw('N', 'N', 'b'));
        everywhere(
                "build with a tuple",
                p -> p.global("dictdb.core.table", "Table").raw(')', 0x81, 'N', '}', 0x86, 'b'));
        everywhere("build twice", p -> p.global("dictdb.core.table", "Table").raw(')', 0x81, '}', 'b', '}', 'b'));
    }

    private void instructions() {
        everywhere("EXT1", p -> p.raw(0x82, 1));
        everywhere("EXT2", p -> p.raw(0x83, 1, 0));
        everywhere("EXT4", p -> p.i4(0x84, 1));
        everywhere("PERSID", p -> p.ascii("Pid\n"));
        everywhere("BINPERSID", p -> p.raw('K', 1, 'Q'));
        everywhere("NEXT_BUFFER", p -> p.raw(0x97));
        everywhere("READONLY_BUFFER", p -> p.raw('K', 1, 0x98));
        everywhere("STRING", p -> p.ascii("S'x'\n"));
        everywhere("BINSTRING", p -> p.i4('T', 1).raw('x'));
        everywhere("SHORT_BINSTRING", p -> p.raw('U', 1, 'x'));
        for (int op : new int[] {0, 1, '\n', ' ', '{', 0x7f, 0x99, 0xa0, 0xff}) {
            inRecord("instruction " + op, p -> p.raw(op));
        }
        inRecord("protocol in the middle", p -> p.raw(0x80, 4, 'N'));
        inRecord(
                "frame that is longer than the file", p -> p.i8(0x95, 1_000_000).raw('N'));
        inRecord("frame in a frame", p -> p.i8(0x95, 100).i8(0x95, 1).raw('N'));
        inRecord("frame of negative length", p -> p.i8(0x95, -1).raw('N'));
        inRecord("frame of all that there is", p -> p.i8(0x95, Long.MAX_VALUE).raw('N'));
        for (int protocol : new int[] {6, 7, 127, 128, 255}) {
            files.put(
                    "protocol " + protocol, Pickle.protocol(protocol).database().databaseEnds());
        }
    }

    private void memo() {
        everywhere("GET of nothing", p -> p.ascii("g77\n"));
        everywhere("BINGET of nothing", p -> p.raw('h', 77));
        everywhere("LONG_BINGET of nothing", p -> p.i4('j', -1));
        everywhere("GET below zero", p -> p.ascii("g-1\n"));
        everywhere("GET of no number", p -> p.ascii("gx\n"));
        everywhere("GET of a large number", p -> p.ascii("g99999999999999999999\n"));
        everywhere("PUT far away", p -> p.ascii("Np2147483647\n"));
        everywhere("PUT below zero", p -> p.ascii("Np-1\n"));
        everywhere("PUT of a large number", p -> p.ascii("Np18446744073709551616\n"));
        everywhere("LONG_BINPUT far away", p -> p.raw('N').i4('r', -1));
        everywhere("LONG_BINPUT further than the file", p -> p.raw('N').i4('r', 100_000));
        inRecord(
                "LONG_BINPUT as far as the file is long",
                p -> p.text("x".repeat(3_000_000)).i4('r', 3_000_000));
    }

    private void lengths() {
        for (long length :
                new long[] {Long.MAX_VALUE, Long.MIN_VALUE, -1, 1L << 40, 1L << 32, Integer.MAX_VALUE, 20_000_000}) {
            for (int op : new int[] {0x8d, 0x8e, 0x96}) {
                inRecord("length " + length + " of " + op, p -> p.i8(op, length).ascii("abc"));
            }
        }
        for (int length : new int[] {Integer.MAX_VALUE, Integer.MIN_VALUE, -1, 1 << 30, 60_000_000, 19_000_000, 400}) {
            for (int op : new int[] {'X', 'B', 0x8b}) {
                inRecord("length " + length + " of " + op, p -> p.i4(op, length).ascii("abc"));
            }
        }
        inRecord("SHORT_BINUNICODE that goes on behind the end", p -> p.raw(0x8c, 255));
        inRecord("LONG1 that goes on behind the end", p -> p.raw(0x8a, 255));
    }

    private void types() {
        everywhere("SETITEMS into a list", p -> p.raw(']', '(', 'N', 'N', 'u'));
        everywhere("SETITEM into none", p -> p.raw('N', 'N', 'N', 's'));
        everywhere("SETITEM into a tuple", p -> p.raw(')', 'N', 'N', 's'));
        everywhere("SETITEMS of three", p -> p.raw('}', '(', 'N', 'N', 'N', 'u'));
        everywhere("DICT of three", p -> p.raw('(', 'N', 'N', 'N', 'd'));
        everywhere("APPENDS to a dict", p -> p.raw('}', '(', 'N', 'e'));
        everywhere("APPEND to a tuple", p -> p.raw(')', 'N', 'a'));
        everywhere("APPEND to a set", p -> p.raw(0x8f, 'N', 'a'));
        everywhere("ADDITEMS to a list", p -> p.raw(']', '(', 'N', 0x90));
        everywhere("ADDITEMS to a frozenset", p -> p.raw('(', 0x91, '(', 'N', 0x90));
        everywhere("STACK_GLOBAL of numbers", p -> p.raw('K', 1, 'K', 2, 0x93));
        everywhere(
                "an object of a table",
                p -> p.global("dictdb.core.table", "Table").raw(')', 0x81));
        everywhere("a function", p -> p.global("_codecs", "encode"));
        everywhere(
                "underflow by POP",
                p -> p.raw('N', '(', '0', '0', '0', '0', '0', '0', '0', '0', '0', '0', '0', '0', '0', '0', '0', '0'));
        for (int op : new int[] {
            '0', '1', '2', 'a', 'e', 's', 'u', 't', 'l', 'd', 'b', 'R', 0x81, 0x85, 0x86, 0x87, 0x90, 0x91, 0x93, 0x94,
            '.'
        }) {
            files.put("underflow by " + op, Pickle.protocol(4).raw(op, '.').done());
            files.put(
                    "underflow to a mark by " + op,
                    Pickle.protocol(4).raw('N', 'N', 'N', '(', op, '.').done());
        }
    }

    private void shapes() {
        everywhere("a list in itself", p -> p.raw(']', 'q', 1, 'h', 1, 'a'));
        everywhere("a dict in itself", p -> p.raw('}', 'q', 1).text("x").raw('h', 1, 's'));
        everywhere("a tuple in a list in it", p -> p.raw(']', 'q', 1, 0x85, 'q', 2, '0', 'h', 1, 'h', 2, 'a'));
        everywhere("lists deeply nested", p -> p.ascii("]".repeat(DEEP)).ascii("a".repeat(DEEP - 1)));
        everywhere(
                "tuples deeply nested",
                p -> p.raw('N').bytes("\u0085".repeat(DEEP).getBytes(java.nio.charset.StandardCharsets.ISO_8859_1)));
        everywhere(
                "dicts deeply nested",
                p -> p.text("k")
                        .raw('q', 1, '0')
                        .ascii("}" + "h\1}".repeat(DEEP) + "s".repeat(DEEP))
                        .raw());
        everywhere("marks deeply nested", p -> p.ascii("(".repeat(DEEP)).ascii("t".repeat(DEEP)));
        everywhere("a billion of lists", p -> laughs(p, "](", "e", 30));
        everywhere("a billion of tuples", p -> laughs(p, "(", "t", 30));
        everywhere("a billion of lists, wide", p -> laughs(p, "](", "e", 4).ascii("](" + "h\4".repeat(3_000) + "e"));
        everywhere(
                "one long text as bytes many times",
                p -> p.text("x".repeat(100_000))
                        .raw('q', 9, '0')
                        .global("_codecs", "encode")
                        .raw('q', 8, '0')
                        .text("latin1")
                        .raw('q', 7, '0')
                        .ascii("](" + "h\10h\11h\7\u0086R".repeat(20_000) + "e"));
        inRecord(
                "one array of bytes many times",
                p -> p.i4('B', 100_000)
                        .bytes(new byte[100_000])
                        .raw('q', 9, '0')
                        .ascii("](" + "h\11".repeat(20_000) + "e"));
    }

    /** What one byte makes, so often that it would be too much if it were an object each time. */
    private void empties() {
        everywhere(
                "one empty dict many times",
                p -> p.raw('}', 'q', 1, '0')
                        .ascii("](" + "h\1".repeat(1_000) + "e")
                        .raw('q', 2, '0')
                        .ascii("](" + "h\2".repeat(200_000) + "e"));
        everywhere(
                "one dict many times",
                p -> p.raw('}')
                        .text("x")
                        .raw('N', 's', 'q', 1, '0')
                        .ascii("](" + "h\1".repeat(1_000) + "e")
                        .raw('q', 2, '0')
                        .ascii("](" + "h\2".repeat(200_000) + "e"));
        for (int op : new int[] {'}', ']', ')', 0x8f}) {
            Pickle many = Pickle.protocol(5).ascii(String.valueOf((char) op).repeat(3 << 20));
            files.put("many of " + op + ", compressed", gzip(many.raw('.').done()));
        }
        Pickle chain = Pickle.protocol(5).raw('N').ascii("\u0085".repeat(1 << 20));
        files.put("a tuple in a tuple, compressed", gzip(chain.raw('.').done()));
    }

    private static byte[] gzip(byte[] content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Ten of ten of ten, so many times. */
    private static Pickle laughs(Pickle pickle, String open, String close, int levels) {
        pickle.raw(']', 'q', 0, '0');
        for (int level = 1; level <= levels; level++) {
            pickle.ascii(open)
                    .ascii(("h" + (char) (level - 1)).repeat(10))
                    .ascii(close)
                    .raw('q', level, '0');
        }
        return pickle.raw('h', levels);
    }

    private void literals() {
        inRecord("an integer of 1,001 digits", p -> p.ascii("L" + "9".repeat(1_001) + "L\n"));
        inRecord("an integer of 1,000,000 digits", p -> p.ascii("I" + "9".repeat(1_000_000) + "\n"));
        inRecord("an integer of 417 bytes", p -> p.i4(0x8b, 417).ascii("\177".repeat(417)));
        inRecord("a memo index of 1,000,000 digits", p -> p.ascii("g" + "1".repeat(1_000_000) + "\n"));
        inRecord("a name of 1,000,000 characters", p -> p.ascii("c" + "x".repeat(1_000_000) + "\ny\n"));
        for (String text : List.of("", "x", "-", "1x", "0x10", "1 ", "+1", "1_000", "1L")) {
            inRecord("integer '" + text + "'", p -> p.ascii("I" + text + "\n"));
        }
        for (String text : List.of("", "x", "1d", "0x1p3", "NaN", "Infinity", "1e", ".", "1f", "nan(1)")) {
            inRecord("float '" + text + "'", p -> p.ascii("F" + text + "\n"));
        }
        for (String text : List.of("\\u12", "\\uxyzw", "\\U00110000", "\\Uffffffff", "\\u")) {
            inRecord("unicode '" + text + "'", p -> p.ascii("V" + text + "\n"));
        }
        for (String bytes : List.of(
                "\u0080",
                "\u00c0\u0080",
                "\u00e0\u0080\u0080",
                "\u00f4\u0090\u0080\u0080",
                "\u00ff",
                "\u00e2\u0082",
                "a\u00c3",
                "\u00edAA")) {
            byte[] text = bytes.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
            inRecord(
                    "UTF-8 " + java.util.HexFormat.of().formatHex(text),
                    p -> p.i4('X', text.length).bytes(text));
        }
    }
}
