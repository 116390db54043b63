package io.hemai.records.store;

import static org.jooq.impl.DSL.falseCondition;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SortField;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * Pages by key. Rows without a value of the first key come last and are read by a second branch, so that each branch walks an
 * index; the id decides ties in the direction of the first key.
 *
 * @param back whether the page before the position is asked for; it is read in reverse
 * @param position where to go on; null from the beginning
 */
record Paging(
        List<Key> keys,
        Field<UUID> id,
        boolean back,
        @Nullable Position position,
        int limit) {
    /**
     * A place in the order.
     *
     * @param values of the keys, null where empty
     */
    record Position(List<@Nullable Object> values, UUID id) {}

    /** The statement that reads the page and one row more. */
    Select<? extends Record> select(List<Field<?>> columns, Table<?> from, Condition where) {
        if (keys.isEmpty() || !keys.getFirst().nullable()) {
            return branch(columns, from, where.and(beyond(keys, values())), keys);
        }
        Select<? extends Record> filled = filled(columns, from, where);
        Select<? extends Record> empty = empty(columns, from, where);
        if (filled == null || empty == null) {
            return filled == null ? java.util.Objects.requireNonNull(empty) : filled;
        }
        return back ? union(empty, filled) : union(filled, empty);
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // both branches select the same columns
    private Select<? extends Record> union(Select<? extends Record> one, Select<? extends Record> other) {
        return DSL.selectFrom(((Select) one).unionAll((Select) other).asTable("page"))
                .limit(DSL.inline(limit + 1));
    }

    private @Nullable Select<? extends Record> filled(List<Field<?>> columns, Table<?> from, Condition where) {
        Key first = keys.getFirst();
        boolean fromEmpty = position != null && position.values().getFirst() == null;
        if (fromEmpty && !back) {
            return null;
        }
        Condition place = fromEmpty ? noCondition() : beyond(keys, values());
        return branch(columns, from, where.and(first.value().isNotNull()).and(place), keys);
    }

    private @Nullable Select<? extends Record> empty(List<Field<?>> columns, Table<?> from, Condition where) {
        Key first = keys.getFirst();
        boolean fromFilled = position != null && position.values().getFirst() != null;
        if (fromFilled && back) {
            return null;
        }
        List<Key> rest = keys.subList(1, keys.size());
        Condition place = fromFilled || position == null
                ? noCondition()
                : beyond(rest, position.values().subList(1, keys.size()));
        return branch(columns, from, where.and(first.value().isNull()).and(place), rest);
    }

    private Select<? extends Record> branch(List<Field<?>> columns, Table<?> from, Condition where, List<Key> by) {
        List<SortField<?>> order = new ArrayList<>();
        for (Key key : by) {
            SortField<?> sort = down(key) ? key.value().desc() : key.value().asc();
            boolean bare = !key.nullable() || key.equals(keys.getFirst());
            order.add(bare ? sort : back ? sort.nullsFirst() : sort.nullsLast());
        }
        order.add(idDown() ? id.desc() : id.asc());
        return DSL.select(columns).from(from).where(where).orderBy(order).limit(DSL.inline(limit + 1));
    }

    private List<@Nullable Object> values() {
        return position == null ? List.of() : position.values();
    }

    private boolean down(Key key) {
        return key.descending() != back;
    }

    private boolean idDown() {
        return (keys.isEmpty() || keys.getFirst().descending()) != back;
    }

    /** The rows that come after the position in the order of the keys; all when there is no position. */
    private Condition beyond(List<Key> by, List<@Nullable Object> values) {
        if (position == null) {
            return noCondition();
        }
        if (by.isEmpty()) {
            return beyondId();
        }
        Key key = by.getFirst();
        Object value = values.getFirst();
        if (by.size() == 1
                && value != null
                && (!key.nullable() || key.equals(keys.getFirst()))
                && down(key) == idDown()) {
            return down(key)
                    ? row(key.value(), id).lt(DSL.val(value, key.value()), DSL.val(position.id()))
                    : row(key.value(), id).gt(DSL.val(value, key.value()), DSL.val(position.id()));
        }
        Condition same = value == null ? key.value().isNull() : key.value().eq(DSL.val(value, key.value()));
        return past(key, value).or(same.and(beyond(by.subList(1, by.size()), values.subList(1, values.size()))));
    }

    private Condition beyondId() {
        UUID at = java.util.Objects.requireNonNull(position).id();
        return idDown() ? id.lt(at) : id.gt(at);
    }

    private Condition past(Key key, @Nullable Object value) {
        if (value == null) {
            return back ? key.value().isNotNull() : falseCondition();
        }
        Condition past = down(key)
                ? key.value().lt(DSL.val(value, key.value()))
                : key.value().gt(DSL.val(value, key.value()));
        return key.nullable() && !back ? past.or(key.value().isNull()) : past;
    }
}
