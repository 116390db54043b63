package io.hemai.records.store;

import io.hemai.database.Jdbc;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.Column;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.ValueContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.Query;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes values that follow from other records: no change of the record, so version, time and journal stay as they are. */
@Component
public class DerivedWriter {
    private final Jdbc jdbc;

    DerivedWriter(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** The values of one record in the order of the fields, and where they come from. */
    record Derived(RecordId id, List<? extends @Nullable Object> values, ValueContext context) {}

    /** Writes the same fields of several records; the values of each in the order of the fields. */
    public void write(
            ObjectType type,
            List<? extends Field<?>> fields,
            Map<RecordId, ? extends List<? extends @Nullable Object>> values,
            ValueContext context) {
        List<Derived> all = new ArrayList<>();
        values.forEach((id, row) -> all.add(new Derived(id, row, context)));
        write(type, fields, all);
    }

    /** Writes the same fields of several records. */
    void write(ObjectType type, List<? extends Field<?>> fields, List<Derived> all) {
        List<Query> updates = new ArrayList<>();
        all.forEach(derived -> {
            Map<org.jooq.Field<?>, @Nullable Object> set = new LinkedHashMap<>();
            for (int i = 0; i < fields.size(); i++) {
                columns(fields.get(i), derived.values().get(i), derived.context(), set);
            }
            updates.add(DSL.update(Tables.of(type))
                    .set(set)
                    .where(DSL.field(DSL.name("id"), java.util.UUID.class)
                            .eq(derived.id().value())));
        });
        if (!updates.isEmpty()) {
            jdbc.write(updates);
        }
    }

    @SuppressWarnings("unchecked") // the value has the class of its field
    private static <T> void columns(
            Field<T> field,
            @Nullable Object value,
            ValueContext context,
            Map<org.jooq.Field<?>, @Nullable Object> into) {
        @Nullable Object[] stored = value == null ? null : field.type().store((T) value, context);
        List<Column> columns = field.type().columns();
        for (int i = 0; i < columns.size(); i++) {
            Object part = stored == null ? null : stored[i];
            into.put(
                    DSL.field(
                            DSL.name(field.name() + columns.get(i).suffix()),
                            Tables.type(columns.get(i).kind())),
                    part == null ? null : Tables.bindable(part));
        }
    }
}
