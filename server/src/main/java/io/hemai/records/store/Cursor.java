package io.hemai.records.store;

import io.hemai.kernel.Refusal;
import io.hemai.kernel.Sha256;
import io.hemai.metadata.ColumnKind;
import io.hemai.records.RecordsError;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A place in an order as opaque text, bound to the tenant, the person and the query by a digest of them. */
final class Cursor {
    private static final int MOST_LENGTH = 4_000;
    private static final int DIGEST_BYTES = 12;
    /** More than any number that is stored has before or behind its point, and less than PostgreSQL's own end. */
    private static final int MOST_DIGITS = 1_000;
    /** Stored days have four-digit years, and a moment may be another year's somewhere. */
    private static final int MOST_YEARS = 10_000;

    private final JsonMapper json;
    private final String binding;

    /**
     * @param boundTo everything that must be the same when the cursor is used
     */
    Cursor(JsonMapper json, String boundTo) {
        this.json = json;
        this.binding = digest(boundTo);
    }

    /** The text for a position. */
    String write(Paging.Position position) {
        List<@Nullable String> parts = new ArrayList<>();
        parts.add(binding);
        parts.add(position.id().toString());
        position.values().forEach(v -> parts.add(v == null ? null : v.toString()));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.writeValueAsBytes(parts));
    }

    /** The position that the text stands for; a refusal when it is not from this query. */
    Paging.Position read(String parameter, String text, List<Key> keys) {
        List<@Nullable String> parts = parts(parameter, text);
        if (parts.size() != keys.size() + 2) {
            throw Refusal.ofField(parameter, RecordsError.INVALID_CURSOR);
        }
        if (!binding.equals(parts.getFirst())) {
            throw Refusal.ofField(parameter, RecordsError.FOREIGN_CURSOR);
        }
        try {
            List<@Nullable Object> values = new ArrayList<>();
            for (int i = 0; i < keys.size(); i++) {
                String part = parts.get(i + 2);
                values.add(part == null ? null : value(keys.get(i).kind(), part));
            }
            return new Paging.Position(values, UUID.fromString(String.valueOf(parts.get(1))));
        } catch (IllegalArgumentException | DateTimeException damaged) {
            throw Refusal.ofField(parameter, RecordsError.INVALID_CURSOR);
        }
    }

    private List<@Nullable String> parts(String parameter, String text) {
        if (text.length() <= MOST_LENGTH) {
            try {
                JsonNode tree = json.readTree(Base64.getUrlDecoder().decode(text));
                if (tree.isArray()) {
                    List<@Nullable String> parts = new ArrayList<>();
                    tree.forEach(part -> parts.add(part.isNull() ? null : part.asString()));
                    return parts;
                }
            } catch (IllegalArgumentException | JacksonException damaged) {
                throw Refusal.ofField(parameter, RecordsError.INVALID_CURSOR);
            }
        }
        throw Refusal.ofField(parameter, RecordsError.INVALID_CURSOR);
    }

    private static Object value(ColumnKind kind, String text) {
        return switch (kind) {
            case TEXT, TEXT_ARRAY, JSONB -> sound(text, text.indexOf('\0') < 0);
            case BIGINT -> Long.valueOf(text);
            case NUMERIC -> number(new BigDecimal(text));
            case BOOLEAN -> Boolean.valueOf(text);
            case DATE -> day(LocalDate.parse(text));
            case TIMESTAMPTZ -> moment(OffsetDateTime.parse(text));
            case UUID -> UUID.fromString(text);
        };
    }

    private static BigDecimal number(BigDecimal number) {
        return sound(number, number.precision() <= MOST_DIGITS && Math.abs((long) number.scale()) <= MOST_DIGITS);
    }

    private static LocalDate day(LocalDate day) {
        return sound(day, day.getYear() >= 0 && day.getYear() <= MOST_YEARS);
    }

    private static OffsetDateTime moment(OffsetDateTime moment) {
        day(moment.toLocalDate());
        return moment;
    }

    /** What a column can hold comes from us; the rest was made up, and the database would fail over it. */
    private static <T> T sound(T value, boolean holds) {
        if (!holds) {
            throw new IllegalArgumentException("no column holds that");
        }
        return value;
    }

    private static String digest(String text) {
        return HexFormat.of().formatHex(Sha256.of(text), 0, DIGEST_BYTES);
    }
}
