package io.hemai.merging;

import io.hemai.metadata.fieldtype.About;
import org.jspecify.annotations.Nullable;

/**
 * What is done to a record by a merge.
 *
 * @param field name of the field that changes; empty for one that is absorbed
 * @param former where the field led before; null unless it is moved
 */
record Move(
        MoveKind kind, About record, String field, @Nullable About former) {}
