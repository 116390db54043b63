package io.hemai.records.transfer;

import io.hemai.access.FieldRight;
import io.hemai.access.Rights;
import io.hemai.kernel.ErrorCode;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.Trait;
import io.hemai.records.AsTold;
import io.hemai.records.RecordsError;
import io.hemai.records.Row;
import io.hemai.records.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Decides which values the fields of a record get when an act on it is taken back: all as they were, or none.
 *
 * @param left whether somebody does not work here any more
 */
record FieldBack(AsTold told, ObjectType type, Rights rights, Predicate<RecordId> left) {

    /** What becomes of a record. */
    sealed interface Answer {}

    /** These values, as plain JSON; none when everything is as it was. */
    record Back(Map<String, @Nullable Object> values) implements Answer {}

    /** It stays, since these fields changed after the act. */
    record Changed(List<String> fields) implements Answer {}

    /** It stays for that reason. */
    record Kept(ErrorCode reason) implements Answer {}

    Answer of(Row row, Deed deed) {
        Map<String, Span> spans = deed.spans();
        Map<String, @Nullable Object> back = new LinkedHashMap<>();
        List<String> since = new ArrayList<>();
        boolean closed = false;
        for (Map.Entry<String, Span> entry : spans.entrySet()) {
            Optional<Field<?>> field = type.field(entry.getKey());
            Span span = entry.getValue();
            if (field.isEmpty()) {
                // its values are kept for as long as the act can be taken back, and come back as the act left them
                return new Kept(TransferError.UNDO_FIELD_GONE);
            }
            if (field.get().formula() != null || told.stands(row, field.get(), span.before())) {
                continue;
            }
            if (deed.isBroken(entry.getKey()) || !told.stands(row, field.get(), span.after())) {
                since.add(entry.getKey());
            }
            closed |= !mayWrite(field.get());
            back.put(entry.getKey(), told.plain(span.before()));
        }
        if (!since.isEmpty()) {
            return new Changed(since);
        }
        if (closed) {
            return new Kept(TransferError.UNDO_CLOSED);
        }
        return ownerLeft(spans, back.keySet()) ? new Kept(RecordsError.OWNER_LEFT) : new Back(back);
    }

    private boolean ownerLeft(Map<String, Span> spans, Set<String> back) {
        Span span = spans.get(CommonFields.OWNER.name());
        if (span == null || !back.contains(CommonFields.OWNER.name())) {
            return false;
        }
        RecordId owner = told.value(CommonFields.OWNER, span.before());
        return owner != null && left.test(owner);
    }

    /** What rules and verbs keep follows the act that they followed. */
    private boolean mayWrite(Field<?> field) {
        return field.has(Trait.READ_ONLY) || rights.on(field) == FieldRight.WRITE;
    }
}
