package io.dictdb.internal.engine;

import io.dictdb.Condition;
import io.dictdb.RecordTable;
import io.dictdb.Table;
import io.dictdb.Upserted;
import io.dictdb.internal.mapping.RecordMapper;
import io.dictdb.internal.value.Arguments;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A table whose rows are Java records. */
final class TypedTable<R extends java.lang.Record> implements RecordTable<R> {
    private final Table table;
    private final Class<R> type;
    private final RecordMapper<R> mapper;

    TypedTable(Table table, Class<R> type) {
        this.table = table;
        this.type = type;
        this.mapper = RecordMapper.of(type);
    }

    private Map<String, @Nullable Object> fields(@Nullable R record) {
        return mapper.write(Arguments.notNull(record, "record"));
    }

    @Override
    public Object insert(R record) {
        return table.insert(fields(record));
    }

    @Override
    public List<Object> insert(List<R> records) {
        List<Map<String, @Nullable Object>> all = new ArrayList<>();
        for (R record : Arguments.notNull(records, "records")) {
            all.add(fields(record));
        }
        return table.insert(all);
    }

    @Override
    public Upserted upsert(R record) {
        return table.upsert(fields(record));
    }

    @Override
    public List<R> list(Condition where) {
        return table.select(where).list(type);
    }

    @Override
    public Optional<R> get(Object key) {
        return table.get(key).map(mapper::read);
    }

    @Override
    public Table table() {
        return table;
    }
}
