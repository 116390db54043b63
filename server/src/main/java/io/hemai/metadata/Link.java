package io.hemai.metadata;

import io.hemai.kernel.RecordId;
import io.hemai.metadata.fieldtype.LinkType;

/**
 * A field that leads to a record of another object, seen from the object that has it.
 *
 * @param from name of the object that has the field
 */
public record Link(String from, Field<RecordId> field, LinkType type) {
    /** Name of the field. */
    public String name() {
        return field.name();
    }

    /** Name of the object it leads to. */
    public String target() {
        return type.target();
    }
}
