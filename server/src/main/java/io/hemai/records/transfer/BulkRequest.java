package io.hemai.records.transfer;

import io.hemai.kernel.ErrorCode;
import io.hemai.kernel.KernelError;
import io.hemai.kernel.Limits;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.records.RecordsError;
import io.hemai.web.JsonBody;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A bulk act as clients ask for it: either ids or a filter, and values to set, values to add and take away, or a verb.
 *
 * @param filter plain JSON; null when ids are given
 * @param expected how many records the caller saw; null when that does not matter
 * @param input of the verb
 */
public record BulkRequest(
        String object,
        @Nullable List<RecordId> ids,
        @Nullable Object filter,
        @Nullable Long expected,
        @Nullable Map<String, @Nullable Object> set,
        @Nullable Members members,
        @Nullable String verb,
        Map<String, @Nullable Object> input,
        boolean allowDuplicates) {
    /** Reads a body; refuses what is not clearly one choice of records and one thing to do with them. */
    public static BulkRequest of(String object, JsonBody body, boolean allowDuplicates) {
        Map<String, Object> given = body.object("ids", "filter", "expected", "set", "add", "remove", "verb", "input");
        requireOne(given, TransferError.BULK_RECORDS, "ids", "filter");
        Members members = Members.of(members(given, "add"), members(given, "remove"));
        if (members == null) {
            requireOne(given, TransferError.BULK_ACT, "set", "verb");
        } else if (given.get("set") != null || given.get("verb") != null) {
            throw Refusal.ofField("set", TransferError.BULK_ACT);
        }
        if (given.get("filter") != null && given.get("expected") == null) {
            throw Refusal.ofField("expected", KernelError.MISSING, "expected");
        }
        if (given.get("input") != null && given.get("verb") == null) {
            throw Refusal.ofField("input", TransferError.BULK_ACT);
        }
        Map<String, @Nullable Object> input = members(given, "input");
        return new BulkRequest(
                object,
                ids(given.get("ids")),
                given.get("filter"),
                expected(given.get("expected")),
                members(given, "set"),
                members,
                verb(given.get("verb")),
                input == null ? Map.of() : input,
                allowDuplicates);
    }

    private static void requireOne(Map<String, Object> given, ErrorCode code, String... names) {
        if (Stream.of(names).map(given::get).filter(Objects::nonNull).count() != 1) {
            throw Refusal.ofField(names[0], code);
        }
    }

    private static @Nullable List<RecordId> ids(@Nullable Object given) {
        if (given == null) {
            return null;
        }
        if (!(given instanceof List<?> texts) || texts.isEmpty()) {
            throw Refusal.ofField("ids", KernelError.WRONG_TYPE, "ids");
        }
        if (texts.size() > Limits.BATCH) {
            throw Refusal.ofField("ids", RecordsError.BATCH_TOO_LARGE, texts.size(), Limits.BATCH);
        }
        return texts.stream()
                .map(text -> RecordId.parse(String.valueOf(text))
                        .orElseThrow(() -> Refusal.ofField("ids", KernelError.WRONG_TYPE, "ids")))
                .toList();
    }

    private static @Nullable Long expected(@Nullable Object given) {
        return switch (given) {
            case null -> null;
            case Integer count -> count.longValue();
            case Long count -> count;
            default -> throw Refusal.ofField("expected", KernelError.WRONG_TYPE, "expected");
        };
    }

    private static @Nullable String verb(@Nullable Object given) {
        if (given == null || given instanceof String) {
            return (String) given;
        }
        throw Refusal.ofField("verb", KernelError.WRONG_TYPE, "verb");
    }

    @SuppressWarnings("unchecked") // members of a JSON object have text keys
    private static @Nullable Map<String, @Nullable Object> members(Map<String, Object> given, String name) {
        Object value = given.get(name);
        if (value == null || value instanceof Map<?, ?>) {
            return (Map<String, @Nullable Object>) value;
        }
        throw Refusal.ofField(name, KernelError.WRONG_TYPE, name);
    }
}
