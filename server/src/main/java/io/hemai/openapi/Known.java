package io.hemai.openapi;

import io.hemai.access.FieldRight;
import io.hemai.access.Rights;
import io.hemai.kernel.Filter;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.Trait;
import java.util.List;

/** An object as far as the reader knows it. */
record Known(ObjectType type, Rights rights) {
    /** Whether the reader has anything to do with it at all. */
    boolean any() {
        return rights.create() || !rights.read().equals(Filter.none());
    }

    /** Whether the reader may do that with some of its records; reading needs no more than to know it. */
    boolean may(Object right) {
        boolean update = !rights.update().equals(Filter.none());
        boolean delete = !rights.delete().equals(Filter.none());
        return switch (right.toString()) {
            case "create" -> rights.create();
            case "update" -> update;
            case "delete" -> delete;
            case "write" -> rights.create() || update || delete;
            default -> !rights.read().equals(Filter.none());
        };
    }

    /** The fields that the reader sees, or sees masked. */
    List<Field<?>> read() {
        return rights.known(type);
    }

    /** The fields that the reader may give a new record. */
    List<Field<?>> created() {
        return type.fields().stream()
                .filter(f -> rights.on(f) == FieldRight.WRITE && !f.has(Trait.READ_ONLY))
                .toList();
    }

    /** The fields that the reader may change. */
    List<Field<?>> updated() {
        return created().stream().filter(f -> !f.has(Trait.FIXED)).toList();
    }
}
