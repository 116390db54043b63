package io.hemai.records.transfer;

import io.hemai.kernel.Refusal;
import io.hemai.web.JsonBody;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads a mapping as clients write it: {@code {"columns":[{"column","field","format"?,"values"?,"unknown"?}],"constants":{}}}. */
final class MappingJson {
    private static final Set<String> PARTS = Set.of("column", "field", "format", "values", "unknown");

    private MappingJson() {}

    static Mapping read(JsonBody json) {
        Map<String, Object> members = json.object("columns", "constants");
        List<Mapping.ColumnMapping> columns = new ArrayList<>();
        if (members.get("columns") != null) {
            if (!(members.get("columns") instanceof List<?> list)) {
                throw malformed("columns");
            }
            list.forEach(each -> columns.add(column(each)));
        }
        return new Mapping(columns, texts("constants", members.get("constants")));
    }

    private static Mapping.ColumnMapping column(@Nullable Object json) {
        if (!(json instanceof Map<?, ?> parts)
                || !PARTS.containsAll(parts.keySet())
                || !(parts.get("column") instanceof String column)) {
            throw malformed("columns");
        }
        return new Mapping.ColumnMapping(
                column,
                text(parts.get("field"), column),
                text(parts.get("format"), column),
                texts(column, parts.get("values")),
                unknown(text(parts.get("unknown"), column), column));
    }

    private static Mapping.@Nullable Unknown unknown(@Nullable String word, String column) {
        return switch (word) {
            case null -> null;
            case "add" -> Mapping.Unknown.ADD;
            case "empty" -> Mapping.Unknown.EMPTY;
            default -> throw malformed(column);
        };
    }

    private static @Nullable String text(@Nullable Object json, String place) {
        if (json == null || json instanceof String) {
            return json == null || json.equals("") ? null : (String) json;
        }
        throw malformed(place);
    }

    private static Map<String, String> texts(String place, @Nullable Object json) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (json == null) {
            return texts;
        }
        if (!(json instanceof Map<?, ?> members)) {
            throw malformed(place);
        }
        members.forEach((name, value) -> texts.put(String.valueOf(name), plain(place, value)));
        return texts;
    }

    private static String plain(String place, @Nullable Object value) {
        return switch (value) {
            case null -> "";
            case String text -> text;
            case Number number -> number.toString();
            case Boolean truth -> truth.toString();
            case Map<?, ?> link when link.get("id") instanceof String id -> id;
            case Map<?, ?> link when link.get("external_id") instanceof String id -> id;
            default -> throw malformed(place);
        };
    }

    private static Refusal malformed(String place) {
        return Refusal.ofField("mapping", TransferError.INVALID_MAPPING, place);
    }
}
