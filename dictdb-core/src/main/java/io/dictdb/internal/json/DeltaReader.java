package io.dictdb.internal.json;

import io.dictdb.internal.file.Origin;
import io.dictdb.internal.value.Limits;
import io.dictdb.spi.SourceFile;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonToken;

/** Reads a delta, ours or Python's. */
public final class DeltaReader extends Document {
    private static final BigDecimal BILLION = BigDecimal.valueOf(1_000_000_000);

    private static final int MOST_DIGITS = 40;

    private final List<String> dropped = new ArrayList<>();
    private final List<TableDelta> tables = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private final int maxRecords;
    private int records;
    private @Nullable Instant at;
    private @Nullable Origin follows;
    private long from = -1;
    private long sequence = -1;

    private DeltaReader(SourceFile file) {
        super(file);
        this.maxRecords = file.options().maxRecords();
    }

    /** Reads all of it. What is wrong with the file is a {@link io.dictdb.StorageException} or an {@link java.io.EOFException}. */
    public static Delta read(SourceFile file) throws IOException {
        try (DeltaReader reader = new DeltaReader(file)) {
            reader.read();
            return reader.delta();
        }
    }

    @Override
    boolean part(String key) {
        require(seen.add(key), "'" + key + "' comes twice");
        switch (key) {
            case Names.TYPE -> require(Tokens.string(in).equals(Names.DELTA), "its type is not " + Names.DELTA);
            case Names.TIMESTAMP -> at = timestamp();
            case Names.TABLES -> tables();
            default -> {
                requireOurs(key);
                return ours(key);
            }
        }
        return true;
    }

    private boolean ours(String key) {
        switch (key) {
            case Names.FOLLOWS -> follows = origin();
            case Names.FROM -> from = Limits.checkCommit(Tokens.integer(in));
            case Names.SEQUENCE -> sequence = Limits.checkCommit(Tokens.integer(in));
            case Names.DROPPED -> dropped();
            default -> {
                return false;
            }
        }
        return true;
    }

    private Instant timestamp() {
        JsonToken token = in.nextToken();
        require(
                token == JsonToken.VALUE_NUMBER_FLOAT || token == JsonToken.VALUE_NUMBER_INT,
                "its timestamp is no number");
        try {
            BigDecimal seconds = in.getDecimalValue();
            boolean sane = seconds.precision() <= MOST_DIGITS && Math.abs((long) seconds.scale()) <= MOST_DIGITS;
            require(sane, "its timestamp is no point in time"); // before any arithmetic: 1e300000000 would keep it busy
            BigDecimal[] parts = seconds.divideAndRemainder(BigDecimal.ONE);
            long nanos =
                    parts[1].multiply(BILLION).setScale(0, RoundingMode.DOWN).longValueExact();
            return Instant.ofEpochSecond(parts[0].longValueExact(), nanos);
        } catch (ArithmeticException | DateTimeException e) {
            throw new IllegalArgumentException("its timestamp is no point in time", e);
        }
    }

    private Origin origin() {
        Tokens.expect(in, JsonToken.START_OBJECT);
        String file = Tokens.property(in, Names.FILE);
        long checksum = Tail.checksum(Tokens.property(in, Names.CHECKSUM));
        Tokens.expect(in, JsonToken.END_OBJECT);
        return new Origin(file, checksum);
    }

    private void dropped() {
        Tokens.expect(in, JsonToken.START_ARRAY);
        while (in.nextToken() != JsonToken.END_ARRAY) {
            Tokens.require(in, JsonToken.VALUE_STRING);
            dropped.add(in.getString());
        }
    }

    private void tables() {
        Tokens.expect(in, JsonToken.START_OBJECT);
        for (String name = in.nextName(); name != null; name = in.nextName()) {
            tables.add(new TableDeltaReader(name, in, values, this::record).read());
        }
    }

    private void record() {
        require(records < maxRecords, "there are more records than " + maxRecords);
        records++;
    }

    @Override
    void complete() {
        require(seen.contains(Names.TYPE), "it does not say that it is a " + Names.DELTA);
        require(at != null, "its timestamp is missing");
        require(seen.contains(Names.TABLES), "it holds no '" + Names.TABLES + "'");
        boolean linked = follows != null && from >= 0 && sequence > from && seen.contains(Names.DROPPED);
        require(values.isLiteral() || linked, "it does not say what it follows and where it leads");
    }

    private Delta delta() {
        Origin last = follows;
        Delta.Link link = last == null ? null : new Delta.Link(last, from, sequence);
        return new Delta(at == null ? Instant.EPOCH : at, link, dropped, tables);
    }
}
