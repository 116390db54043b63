package io.hemai.records.query;

import io.hemai.kernel.Filter;
import io.hemai.kernel.Limits;
import io.hemai.kernel.Op;
import io.hemai.kernel.Refusal;
import io.hemai.kernel.Worded;
import io.hemai.records.RecordsError;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.NamedInterface;

/** Reads filters from plain JSON. */
@NamedInterface("filter")
public final class FilterJson {
    private FilterJson() {}

    /** The filter; everything when nothing is given. */
    public static Filter read(@Nullable Object json) {
        return json == null ? Filter.all() : read(json, 0);
    }

    private static Filter read(@Nullable Object json, int depth) {
        if (depth > Limits.FILTER_DEPTH) {
            throw Refusal.ofField("filter", RecordsError.FILTER_TOO_DEEP, Limits.FILTER_DEPTH);
        }
        if (!(json instanceof Map<?, ?> members)) {
            throw malformed(String.valueOf(json));
        }
        if (members.size() == 1 && members.containsKey("and")) {
            return new Filter.And(parts(members.get("and"), depth));
        }
        if (members.size() == 1 && members.containsKey("or")) {
            return new Filter.Or(parts(members.get("or"), depth));
        }
        if (members.size() == 1 && members.containsKey("not")) {
            return new Filter.Not(read(members.get("not"), depth + 1));
        }
        return leaf(members);
    }

    private static List<Filter> parts(@Nullable Object json, int depth) {
        if (!(json instanceof List<?> parts)) {
            throw malformed(String.valueOf(json));
        }
        if (parts.size() > Limits.FILTER_LEAVES) {
            throw Refusal.ofField("filter", RecordsError.FILTER_TOO_LARGE, parts.size(), Limits.FILTER_LEAVES);
        }
        return parts.stream().map(part -> read(part, depth + 1)).toList();
    }

    private static Filter leaf(Map<?, ?> members) {
        if (!Set.of("field", "op", "value").containsAll(members.keySet())
                || !(members.get("field") instanceof String path)
                || !(members.get("op") instanceof String code)) {
            throw malformed(members.keySet().toString());
        }
        Op op = Op.of(code)
                .orElseThrow(() -> Refusal.ofField(
                        path, RecordsError.UNKNOWN_OPERATOR, code, Op.codes(Arrays.asList(Op.values()))));
        if (op.unary() && members.get("value") != null) {
            throw Refusal.ofField(path, RecordsError.INVALID_OPERAND, code, new Worded("operand.none"));
        }
        return new Filter.Leaf(path, op, members.get("value"));
    }

    private static Refusal malformed(String seen) {
        return Refusal.ofField("filter", RecordsError.MALFORMED_FILTER, seen);
    }
}
