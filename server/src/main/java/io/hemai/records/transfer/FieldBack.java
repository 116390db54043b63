package io.hemai.records.transfer;

import io.hemai.access.FieldRight;
import io.hemai.access.Rights;
import io.hemai.kernel.ErrorCode;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.Coerced;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.Trait;
import io.hemai.metadata.ValueContext;
import io.hemai.records.RecordsError;
import io.hemai.records.Row;
import io.hemai.records.Span;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Decides which values the fields of a record get when an act on it is taken back: all as they were, or none.
 *
 * @param active whether somebody still works here
 */
record FieldBack(JsonMapper json, ValueContext context, ObjectType type, Rights rights, Predicate<RecordId> active) {

    /** What becomes of a record. */
    sealed interface Answer {}

    /** These values, as plain JSON; none when everything is as it was. */
    record Back(Map<String, @Nullable Object> values) implements Answer {}

    /** It stays, since these fields changed after the act. */
    record Changed(List<String> fields) implements Answer {}

    /** It stays for that reason. */
    record Kept(ErrorCode reason) implements Answer {}

    Answer of(Row row, Map<String, Span> spans) {
        Map<String, @Nullable Object> back = new LinkedHashMap<>();
        List<String> since = new ArrayList<>();
        boolean closed = false;
        for (Map.Entry<String, Span> entry : spans.entrySet()) {
            Optional<Field<?>> field = type.field(entry.getKey());
            Span span = entry.getValue();
            if (field.isEmpty() || stands(row, field.get(), span.before())) {
                continue;
            }
            if (!stands(row, field.get(), span.after())) {
                since.add(entry.getKey());
            }
            closed |= !mayWrite(field.get());
            back.put(entry.getKey(), json.treeToValue(span.before(), Object.class));
        }
        if (!since.isEmpty()) {
            return new Changed(since);
        }
        if (closed) {
            return new Kept(TransferError.UNDO_CLOSED);
        }
        boolean gone = spans.keySet().stream().allMatch(name -> type.field(name).isEmpty());
        if (gone) {
            return new Kept(TransferError.UNDO_FIELD_GONE);
        }
        return ownerLeft(back) ? new Kept(RecordsError.OWNER_LEFT) : new Back(back);
    }

    private boolean ownerLeft(Map<String, @Nullable Object> back) {
        Object owner = back.get(CommonFields.OWNER.name());
        return owner != null
                && CommonFields.OWNER.type().coerce(owner, context) instanceof Coerced.Good<RecordId>(var person)
                && person != null
                && !active.test(person);
    }

    /** What rules and verbs keep follows the act that they followed. */
    private boolean mayWrite(Field<?> field) {
        return field.has(Trait.READ_ONLY) || rights.on(field) == FieldRight.WRITE;
    }

    /** Whether the record has just that value, written as the journal writes it or meaning the very same. */
    private <T> boolean stands(Row row, Field<T> field, JsonNode told) {
        T value = row.value(field);
        if (value == null || told.isNull()) {
            return value == null && told.isNull();
        }
        return written(field, value).equals(told)
                || (field.type().coerce(json.treeToValue(told, Object.class), context)
                                instanceof Coerced.Good<T>(var was)
                        && value.equals(was));
    }

    private <T> JsonNode written(Field<T> field, T value) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = json.createGenerator(text)) {
            field.type().write(value, out);
        }
        return json.readTree(text.toString());
    }
}
