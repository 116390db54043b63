package io.hemai.records.store;

import io.hemai.database.Jdbc;
import io.hemai.kernel.Refusal;
import io.hemai.kernel.TenantId;
import io.hemai.metadata.Field;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.ObjectTypes;
import io.hemai.metadata.ValueContext;
import io.hemai.metadata.schema.Constraints;
import io.hemai.records.Change;
import io.hemai.records.ChangeSet;
import io.hemai.records.RecordsError;
import io.hemai.records.ValueContexts;
import io.hemai.tenancy.CurrentTenant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
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
    private final Metadata metadata;

    private final ValueContexts contexts;

    RowWriter(Jdbc jdbc, Metadata metadata, ValueContexts contexts) {
        this.jdbc = jdbc;
        this.metadata = metadata;
        this.contexts = contexts;
    }

    /** Inserts, updates and deletes what is sound. */
    public void write(ChangeSet changes) {
        try {
            insert(changes, added(changes));
            update(changes);
        } catch (DataIntegrityViolationException violated) {
            throw explained(changes.type(), violated, false);
        }
        try {
            delete(changes);
        } catch (DataIntegrityViolationException violated) {
            throw explained(changes.type(), violated, true);
        }
    }

    /** What an INSERT looks like: into which columns of which kind, since a purged field leaves its name to another one. */
    private record Shape(TenantId tenant, String object, List<Object> fields) {}

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
        // all at once: their rates may ask the database, which cannot answer while a COPY runs
        List<List<@Nullable Object>> rows = added.stream()
                .map(c -> values(c, shape, contexts.of(changes, c)))
                .toList();
        jdbc.insert(
                new Shape(
                        CurrentTenant.get().id(),
                        changes.type().name(),
                        shape.stream()
                                .<Object>map(f -> List.of(f.name(), f.type().columns()))
                                .toList()),
                Tables.of(changes.type()),
                columns(shape),
                rows,
                Function.identity());
    }

    /** One batch for all that change the same fields. */
    private void update(ChangeSet changes) {
        Map<List<Field<?>>, List<List<@Nullable Object>>> byShape = new LinkedHashMap<>();
        for (Change change : changes.sound(Change.Kind.UPDATE)) {
            List<Field<?>> shape =
                    change.type().fields().stream().filter(change::rewrites).toList();
            List<@Nullable Object> values = values(change, shape, contexts.of(changes, change));
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

    private RuntimeException explained(ObjectType type, DataIntegrityViolationException violated, boolean deleting) {
        ServerErrorMessage message =
                violated.getRootCause() instanceof PSQLException cause ? cause.getServerErrorMessage() : null;
        if (message == null || message.getConstraint() == null) {
            return violated;
        }
        String constraint = message.getConstraint();
        String state = message.getSQLState();
        if (PSQLState.FOREIGN_KEY_VIOLATION.getState().equals(state)) {
            return deleting ? stillLinked(type, constraint) : linkGone(type, constraint);
        }
        return PSQLState.UNIQUE_VIOLATION.getState().equals(state) ? taken(type, constraint) : violated;
    }

    /** A link was made after it had been looked whether there are any. */
    private Refusal stillLinked(ObjectType type, String constraint) {
        ObjectTypes all = metadata.current();
        return Constraints.reference(all.into(type), constraint)
                .map(link ->
                        Refusal.of(RecordsError.LINKED, all.require(link.from()).plural(), 1))
                .orElseGet(() -> Refusal.of(RecordsError.LINKED, type.plural(), 1));
    }

    /** What a link leads to went after it had been looked whether it is there. */
    private static Refusal linkGone(ObjectType type, String constraint) {
        return Constraints.reference(type.links(), constraint)
                .map(link -> Refusal.ofField(
                        link.name(), RecordsError.LINK_GONE, link.field().label()))
                .orElseGet(() -> Refusal.of(RecordsError.LINK_GONE, type.label()));
    }

    /** Another record has the value already. */
    private static Refusal taken(ObjectType type, String constraint) {
        return Constraints.unique(type, constraint)
                .map(field -> Refusal.ofField(field.name(), RecordsError.NOT_UNIQUE, field.name()))
                .orElseGet(() -> Refusal.of(RecordsError.NOT_UNIQUE_TOGETHER));
    }
}
