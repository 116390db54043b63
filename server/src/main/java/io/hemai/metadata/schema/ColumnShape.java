package io.hemai.metadata.schema;

import io.hemai.metadata.ColumnKind;

/**
 * A column that a table must have.
 *
 * @param filled whether every row has a value; fields are not, because "required" binds writes and not rows that stand
 */
record ColumnShape(String name, ColumnKind kind, boolean filled) {}
