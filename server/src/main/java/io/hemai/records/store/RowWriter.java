package io.hemai.records.store;

import io.hemai.kernel.Refusal;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.Trait;
import io.hemai.metadata.ValueContext;
import io.hemai.records.Change;
import io.hemai.records.ChangeSet;
import io.hemai.records.RecordsError;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.Query;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.PSQLState;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** Writes the rows of a change set, rows of the same shape in one batch. */
@Component
public class RowWriter {
    private final Jdbc jdbc;

    RowWriter(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** Inserts, updates and deletes what is sound. */
    public void write(ChangeSet changes) {
        try {
            insert(changes, added(changes));
            update(changes);
            delete(changes);
        } catch (DataIntegrityViolationException violated) {
            throw explained(changes.type(), violated);
        }
    }

    private static List<Change> added(ChangeSet changes) {
        return changes.sound().stream()
                .filter(c -> c.creates() || c.kind() == Change.Kind.RESTORE)
                .toList();
    }

    /** One batch for all: what a record leaves empty is written as empty where others fill it. */
    private void insert(ChangeSet changes, List<Change> added) {
        if (added.isEmpty()) {
            return;
        }
        List<Field<?>> shape = changes.type().fields().stream()
                .filter(f -> added.stream().anyMatch(c -> c.value(f) != null))
                .toList();
        List<List<@Nullable Object>> rows =
                added.stream().map(c -> values(c, shape, changes.context())).toList();
        jdbc.write(DSL.insertInto(Tables.of(changes.type()), columns(shape)).values(rows.getFirst()), rows);
    }

    /** One batch for all that change the same fields. */
    private void update(ChangeSet changes) {
        Map<List<Field<?>>, List<List<@Nullable Object>>> byShape = new LinkedHashMap<>();
        for (Change change : changes.sound(Change.Kind.UPDATE)) {
            List<Field<?>> shape =
                    change.type().fields().stream().filter(change::changes).toList();
            List<@Nullable Object> values = values(change, shape, changes.context());
            values.add(change.id().value());
            byShape.computeIfAbsent(shape, s -> new ArrayList<>()).add(values);
        }
        byShape.forEach((shape, rows) -> jdbc.write(update(changes.type(), shape, rows.getFirst()), rows));
    }

    private static Query update(ObjectType type, List<Field<?>> shape, List<@Nullable Object> row) {
        Map<org.jooq.Field<?>, @Nullable Object> set = new LinkedHashMap<>();
        List<org.jooq.Field<?>> columns = columns(shape);
        for (int i = 0; i < columns.size(); i++) {
            set.put(columns.get(i), row.get(i));
        }
        return DSL.update(Tables.of(type))
                .set(set)
                .where(DSL.field(DSL.name("id"), UUID.class).eq((UUID) row.getLast()));
    }

    private void delete(ChangeSet changes) {
        List<Change> gone = changes.sound(Change.Kind.DELETE);
        if (!gone.isEmpty()) {
            jdbc.write(List.of(DSL.deleteFrom(Tables.of(changes.type()))
                    .where(DSL.field(DSL.name("id"), UUID.class)
                            .in(gone.stream().map(c -> c.id().value()).toList()))));
        }
    }

    private static List<org.jooq.Field<?>> columns(List<Field<?>> shape) {
        List<org.jooq.Field<?>> columns = new ArrayList<>();
        for (Field<?> field : shape) {
            field.type()
                    .columns()
                    .forEach(c -> columns.add(DSL.field(DSL.name(field.name() + c.suffix()), Tables.type(c.kind()))));
        }
        return columns;
    }

    private static List<@Nullable Object> values(Change change, List<Field<?>> shape, ValueContext context) {
        List<@Nullable Object> values = new ArrayList<>();
        shape.forEach(field -> store(change, field, context, values));
        return values;
    }

    private static <T> void store(Change change, Field<T> field, ValueContext context, List<@Nullable Object> into) {
        T value = change.value(field);
        for (int i = 0; i < field.type().columns().size(); i++) {
            Object stored = value == null ? null : field.type().store(value, context)[i];
            into.add(stored == null ? null : Tables.bindable(stored));
        }
    }

    /** Says which field's value another record has already; anything else was not foreseen. */
    private static RuntimeException explained(ObjectType type, DataIntegrityViolationException violated) {
        ServerErrorMessage message =
                violated.getRootCause() instanceof PSQLException cause ? cause.getServerErrorMessage() : null;
        String constraint = message == null ? null : message.getConstraint();
        if (message == null || constraint == null) {
            return violated;
        }
        if (PSQLState.FOREIGN_KEY_VIOLATION.getState().equals(message.getSQLState())) {
            return Refusal.of(RecordsError.LINKED, constraint);
        }
        return type.fields().stream()
                .filter(f -> f.has(Trait.UNIQUE) && constraint.contains(f.name()))
                .max(Comparator.comparingInt(f -> f.name().length()))
                .<RuntimeException>map(f -> Refusal.ofField(f.name(), RecordsError.NOT_UNIQUE, f.name()))
                .orElse(violated);
    }
}
