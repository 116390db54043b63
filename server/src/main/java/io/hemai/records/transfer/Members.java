package io.hemai.records.transfer;

import io.hemai.kernel.KernelError;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.fieldtype.SetType;
import io.hemai.records.Records;
import io.hemai.records.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What fields that hold several values get besides those they have, and which of these are taken away, by field. */
record Members(Map<String, List<String>> add, Map<String, List<String>> remove) {
    /** Reads them; null when nothing is to be added or taken away. */
    static @Nullable Members of(
            @Nullable Map<String, @Nullable Object> add, @Nullable Map<String, @Nullable Object> remove) {
        Members members = new Members(texts("add", add), texts("remove", remove));
        return members.fields().isEmpty() ? null : members;
    }

    private static Map<String, List<String>> texts(String member, @Nullable Map<String, @Nullable Object> given) {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        if (given != null) {
            given.forEach((field, values) -> texts.put(field, texts(member, values)));
        }
        return texts;
    }

    private static List<String> texts(String member, @Nullable Object values) {
        List<String> texts = new ArrayList<>();
        for (Object value : values instanceof List<?> list && !list.isEmpty() ? list : List.of(0)) {
            if (!(value instanceof String text)) {
                throw Refusal.ofField(member, KernelError.WRONG_TYPE, member);
            }
            texts.add(text);
        }
        return texts;
    }

    /** The fields that change. */
    Set<String> fields() {
        Set<String> fields = new LinkedHashSet<>(add.keySet());
        fields.addAll(remove.keySet());
        return fields;
    }

    /** Refuses fields that the caller may not write or that hold one value, and values that are none. */
    void requireFit(ObjectType type, Records records) {
        Map<String, @Nullable Object> empty = new LinkedHashMap<>();
        fields().forEach(field -> empty.put(field, null));
        records.requireFit(type, empty);
        fields().forEach(field -> set(type, field));
        records.requireFit(type, new LinkedHashMap<>(add));
    }

    private static SetType set(ObjectType type, String field) {
        if (type.field(field).orElseThrow().type() instanceof SetType set) {
            return set;
        }
        throw Refusal.ofField(field, TransferError.BULK_NOT_A_SET, field);
    }

    /** The values that the fields of the record come to have, as plain JSON. */
    Map<String, @Nullable Object> of(@Nullable Row record, ObjectType type) {
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        for (String field : fields()) {
            Object had = record == null ? null : record.value(type.field(field).orElseThrow());
            List<String> texts = had instanceof List<?> several
                    ? several.stream().map(Objects::toString).toList()
                    : List.of();
            values.put(
                    field,
                    set(type, field)
                            .changed(texts, add.getOrDefault(field, List.of()), remove.getOrDefault(field, List.of())));
        }
        return values;
    }
}
