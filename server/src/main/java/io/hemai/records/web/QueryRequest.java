package io.hemai.records.web;

import io.hemai.kernel.KernelError;
import io.hemai.kernel.Limits;
import io.hemai.kernel.Refusal;
import io.hemai.records.Query;
import io.hemai.records.RecordsError;
import io.hemai.records.Sort;
import io.hemai.records.query.FilterJson;
import io.hemai.web.JsonBody;
import io.hemai.web.Parameters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A question as clients put it, in the address or in a body.
 *
 * @param count how exact a total is wanted
 */
record QueryRequest(Query query, Count count) {
    /** How exact a total is wanted. */
    enum Count {
        NONE,
        ESTIMATE,
        EXACT;

        static Count of(@Nullable Object given) {
            return given == null
                    ? NONE
                    : Arrays.stream(values())
                            .filter(c -> c.code().equals(given))
                            .findFirst()
                            .orElseThrow(() -> Refusal.ofField("count", RecordsError.INVALID_COUNT, given));
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final String[] NAMES = {"filter", "sort", "fields", "limit", "after", "before", "count"};

    static QueryRequest of(String object, Parameters parameters) {
        parameters.only(NAMES);
        Object filter = parameters.json("filter").map(JsonBody::value).orElse(null);
        Query query = Query.of(object)
                .where(FilterJson.read(filter))
                .sort(parameters.list("sort").stream().map(Sort::parse).toArray(Sort[]::new))
                .fields(parameters.list("fields"))
                .limit(parameters.integer("limit", Limits.DEFAULT_PAGE, 1, Limits.PAGE))
                .after(parameters.text("after").orElse(null))
                .before(parameters.text("before").orElse(null));
        return new QueryRequest(query, Count.of(parameters.text("count").orElse(null)));
    }

    static QueryRequest of(String object, JsonBody body) {
        Map<String, Object> given = body.object(NAMES);
        Query query = Query.of(object)
                .where(FilterJson.read(given.get("filter")))
                .sort(texts("sort", given).stream().map(Sort::parse).toArray(Sort[]::new))
                .fields(texts("fields", given))
                .limit(limit(given.get("limit")))
                .after(text("after", given))
                .before(text("before", given));
        return new QueryRequest(query, Count.of(given.get("count")));
    }

    private static int limit(@Nullable Object given) {
        if (given == null) {
            return Limits.DEFAULT_PAGE;
        }
        if (given instanceof Integer n && n >= 1 && n <= Limits.PAGE) {
            return n;
        }
        throw Refusal.ofField("limit", RecordsError.INVALID_LIMIT, given, Limits.PAGE);
    }

    private static @Nullable String text(String name, Map<String, Object> given) {
        Object value = given.get(name);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw Refusal.ofField(name, KernelError.WRONG_TYPE, name);
    }

    private static List<String> texts(String name, Map<String, Object> given) {
        Object value = given.get(name);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
            return list.stream().map(String.class::cast).toList();
        }
        throw Refusal.ofField(name, KernelError.WRONG_TYPE, name);
    }
}
