package io.hemai.metadata.custom;

import io.hemai.kernel.Refusal;
import io.hemai.metadata.Field;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.MetadataError;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.ObjectTypes;
import java.util.List;
import org.springframework.stereotype.Component;

/** What is stored, as objects and fields, for the work that changes it. */
@Component
class Shaping {
    private final Metadata metadata;
    private final Composition composition;

    Shaping(Metadata metadata, Composition composition) {
        this.metadata = metadata;
        this.composition = composition;
    }

    ObjectTypes objects(StoredMeta stored) {
        return composition.compose(metadata.declared(), stored);
    }

    /** The objects as they are with a row in place of the one of its name. */
    ObjectTypes objectsWith(StoredMeta stored, StoredField row) {
        return objects(with(stored, row));
    }

    static StoredMeta with(StoredMeta stored, StoredField row) {
        List<StoredField> rows = new java.util.ArrayList<>(stored.fields());
        int place = rows.stream()
                .filter(f -> f.object().equals(row.object()) && f.name().equals(row.name()))
                .map(rows::indexOf)
                .findFirst()
                .orElse(rows.size());
        if (place < rows.size()) {
            rows.set(place, row);
        } else {
            rows.add(row);
        }
        return new StoredMeta(stored.objects(), rows, stored.learnt(), stored.rules());
    }

    boolean isStandard(String object) {
        return metadata.declared().find(object).isPresent();
    }

    /** The field that a row of the company's own stands for, whether it is in use or not. */
    Field<?> field(StoredField row, StoredMeta stored) {
        return composition.field(row, stored.learnt(row.object(), row.name()));
    }

    /** The object as it would be if it were in use. */
    ObjectType object(StoredObject row, StoredMeta stored) {
        return composition.custom(row, stored);
    }

    /** The row of a field that the company added, or a refusal that tells why there is none. */
    StoredField added(ObjectType type, String field, StoredMeta stored) {
        return stored.field(type.name(), field).filter(StoredField::custom).orElseThrow(() -> {
            if (type.field(field).isPresent()) {
                return Refusal.ofField(field, MetadataError.STANDARD_FIELD, field);
            }
            return unknown(type, field);
        });
    }

    /** Says that there is no such field, as an address that leads nowhere. */
    static Refusal unknown(ObjectType type, String field) {
        return Refusal.of(ShapingError.NO_FIELD, type.name(), field);
    }
}
