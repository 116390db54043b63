package io.hemai.records.store;

import io.hemai.metadata.ColumnKind;

/**
 * One key of an order as SQL.
 *
 * @param value the expression compared and sorted by
 * @param position what the cursor keeps of it: the same without collation
 * @param kind the kind of values, for reading them back from a cursor
 * @param nullable whether rows without a value exist
 */
record Key(
        org.jooq.Field<Object> value,
        org.jooq.Field<?> position,
        ColumnKind kind,
        boolean descending,
        boolean nullable) {}
