package io.hemai.records.query;

import io.hemai.metadata.Field;
import io.hemai.metadata.Link;
import io.hemai.metadata.ObjectType;
import java.util.List;

/**
 * A field reached over links to one record each.
 *
 * @param path as the caller wrote it, and as the answer names it
 * @param type the object the field belongs to
 * @param seen whether the value itself may be shown; else its mask
 */
public record Reached(String path, List<Hop> hops, ObjectType type, Field<?> field, boolean seen) {
    public Reached {
        hops = List.copyOf(hops);
    }

    /** One link on the way, and which of its targets may be read. */
    public record Hop(Link link, ObjectType target, Condition readable) {}

    /** Whether it is a field of the record itself. */
    public boolean own() {
        return hops.isEmpty();
    }
}
