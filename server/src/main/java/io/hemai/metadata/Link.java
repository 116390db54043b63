package io.hemai.metadata;

import io.hemai.kernel.RecordId;
import io.hemai.metadata.fieldtype.LinkType;
import java.util.Optional;

/**
 * A field that leads to a record of another object, seen from the object that has it.
 *
 * @param from name of the object that has the field
 */
public record Link(String from, Field<RecordId> field, LinkType type) {
    /** The field as a link; empty when it is none. */
    @SuppressWarnings("unchecked") // a LinkType is a FieldType<RecordId>, so its field is a Field<RecordId>
    public static Optional<Link> of(String from, Field<?> field) {
        return field.type() instanceof LinkType to
                ? Optional.of(new Link(from, (Field<RecordId>) field, to))
                : Optional.empty();
    }

    /** Name of the field. */
    public String name() {
        return field.name();
    }

    /** Name of the object it leads to. */
    public String target() {
        return type.target();
    }
}
