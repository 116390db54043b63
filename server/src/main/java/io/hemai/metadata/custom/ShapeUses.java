package io.hemai.metadata.custom;

import io.hemai.kernel.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Keeps what is used from being deleted. Asked last, since tables are shaped before records are read. */
@Component
class ShapeUses {
    private final ObjectProvider<ShapeUse> all;

    ShapeUses(ObjectProvider<ShapeUse> all) {
        this.all = all;
    }

    /** Refuses with the names of what uses the object or, when one is named, its field. */
    void refuseUsed(String object, @Nullable String field) {
        List<String> users =
                all.stream().flatMap(use -> use.users(object, field).stream()).toList();
        if (!users.isEmpty()) {
            throw Refusal.of(ShapingError.IN_USE, field == null ? object : field, String.join(", ", users));
        }
    }
}
