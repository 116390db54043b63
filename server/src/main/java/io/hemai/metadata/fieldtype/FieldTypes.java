package io.hemai.metadata.fieldtype;

import io.hemai.kernel.Refusal;
import io.hemai.metadata.FieldType;
import io.hemai.metadata.MetadataError;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** The types that a field may have: every {@link FieldType} that is a component, and the links. */
@Component
public final class FieldTypes {
    private final Map<String, FieldType<?>> byCode = new TreeMap<>();

    public FieldTypes(List<FieldType<?>> found) {
        found.forEach(this::offer);
        LinkType.prototypes().forEach(this::offer);
    }

    private void offer(FieldType<?> prototype) {
        FieldType<?> other = byCode.put(prototype.code(), prototype);
        if (other != null) {
            throw new IllegalStateException(prototype.code() + " is the name of two field types");
        }
    }

    /** The prototypes in the order of their names. */
    public Collection<FieldType<?>> all() {
        return byCode.values();
    }

    /** The prototype of that name, to be {@link FieldType#configured configured}, or a refusal that lists what there is. */
    public FieldType<?> require(String code) {
        FieldType<?> prototype = byCode.get(code);
        if (prototype == null) {
            throw Refusal.ofField("type", MetadataError.UNKNOWN_TYPE, code, String.join(", ", byCode.keySet()));
        }
        return prototype;
    }
}
