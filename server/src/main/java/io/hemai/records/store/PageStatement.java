package io.hemai.records.store;

import io.hemai.database.RawSql;
import io.hemai.kernel.Limits;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.Column;
import io.hemai.metadata.Comparison;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.Trait;
import io.hemai.metadata.fieldtype.LinkType;
import io.hemai.metadata.fieldtype.MoneyType;
import io.hemai.records.RecordsError;
import io.hemai.records.Sort;
import io.hemai.records.query.Binder;
import io.hemai.records.query.Reached;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jooq.impl.SQLDataType;

/** What a page consists of: its members and the keys of its order. */
final class PageStatement {
    private static final Set<String> NEVER_EMPTY = Set.of("id", "version", "created_at", "updated_at");

    private final ObjectType type;
    private final Binder binder;
    private final Projection projection;

    PageStatement(ObjectType type, Binder binder, Projection projection) {
        this.type = type;
        this.binder = binder;
        this.projection = projection;
    }

    /** The members for the paths, or for every field the caller knows of when there are none. */
    List<Output<?>> outputs(List<String> paths, List<Field<?>> known) {
        if (paths.size() > Limits.PATHS) {
            throw Refusal.ofField("fields", RecordsError.TOO_MANY_FIELDS, paths.size(), Limits.PATHS);
        }
        List<String> wanted = new ArrayList<>(
                paths.isEmpty() ? known.stream().map(Field::name).toList() : paths);
        for (String always : List.of("version", "id")) {
            wanted.remove(always);
            wanted.addFirst(always);
        }
        return wanted.stream()
                .distinct()
                .<Output<?>>map(path -> projection.output(binder.reach(type, path)))
                .toList();
    }

    /** The keys of the order; without any, the newest come first. */
    List<Key> keys(List<Sort> sorts) {
        if (sorts.size() > Limits.SORT_KEYS) {
            throw Refusal.ofField("sort", RecordsError.TOO_MANY_SORT_KEYS, sorts.size(), Limits.SORT_KEYS);
        }
        return sorts.stream().filter(s -> !s.path().equals("id")).map(this::key).toList();
    }

    /** Whether the order needs values from behind links, which no index helps with. */
    boolean sortsOverLinks(List<Sort> sorts) {
        return sorts.stream().anyMatch(s -> {
            Reached reached = binder.reach(type, s.path());
            return !reached.own() || reached.field().type() instanceof LinkType;
        });
    }

    private Key key(Sort sort) {
        Reached reached = binder.reach(type, sort.path());
        Field<?> field = reached.field();
        if (!field.type().comparison().sortable() || !reached.seen()) {
            throw Refusal.ofField(sort.path(), RecordsError.NOT_SORTABLE, sort.path());
        }
        boolean nullable = !(reached.own() && NEVER_EMPTY.contains(field.name()));
        if (field.type() instanceof LinkType) {
            // an order by names would tell of those that are hidden
            if (projection.names(reached).filter(n -> !n.open()).isPresent()) {
                throw Refusal.ofField(sort.path(), RecordsError.NOT_SORTABLE, sort.path());
            }
            org.jooq.Field<String> label = java.util.Objects.requireNonNull(projection.label(reached));
            return new Key(
                    anything(RawSql.pinyinOrder(label)),
                    label,
                    io.hemai.metadata.ColumnKind.TEXT,
                    sort.descending(),
                    true);
        }
        Column column = compared(field);
        org.jooq.Field<?> value = projection.column(reached, column);
        org.jooq.Field<?> ordered =
                field.has(Trait.NAME) ? RawSql.pinyinOrder(value.coerce(SQLDataType.VARCHAR)) : value;
        return new Key(anything(ordered), value, column.kind(), sort.descending(), nullable);
    }

    /** Amounts are ordered in base currency. */
    private static Column compared(Field<?> field) {
        return field.type().columns().stream()
                .filter(c -> field.type().comparison() == Comparison.MONEY
                        && c.suffix().equals(MoneyType.BASE))
                .findFirst()
                .orElse(field.type().columns().getFirst());
    }

    @SuppressWarnings("unchecked") // the class of the values does not matter to paging
    private static org.jooq.Field<Object> anything(org.jooq.Field<?> field) {
        return (org.jooq.Field<Object>) field;
    }
}
