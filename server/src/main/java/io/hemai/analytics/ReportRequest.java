package io.hemai.analytics;

import io.hemai.kernel.KernelError;
import io.hemai.kernel.Refusal;
import io.hemai.records.Report;
import io.hemai.records.Report.Bucket;
import io.hemai.records.Report.Function;
import io.hemai.records.Report.Group;
import io.hemai.records.Report.Measure;
import io.hemai.records.Sort;
import io.hemai.records.query.FilterJson;
import io.hemai.web.JsonBody;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads reports as clients ask for them. */
final class ReportRequest {
    private ReportRequest() {}

    static Report read(JsonBody body) {
        Map<String, Object> given = body.object("object", "filter", "group_by", "measures", "sort", "limit");
        List<Measure> measures = list("measures", given).stream()
                .map(m -> measure(members("measures", m, "fn", "field", "name")))
                .toList();
        return new Report(
                required("object", given),
                FilterJson.read(given.get("filter")),
                list("group_by", given).stream()
                        .map(g -> group(members("group_by", g, "field", "bucket")))
                        .toList(),
                measures.isEmpty() ? List.of(Measure.count("count")) : measures,
                sorts(given.get("sort")),
                limit(given.get("limit")));
    }

    private static Group group(Map<String, Object> given) {
        String bucket = text("bucket", given);
        return new Group(
                required("field", given),
                bucket == null
                        ? null
                        : Bucket.of(bucket)
                                .orElseThrow(() -> Refusal.ofField(
                                        "bucket",
                                        AnalyticsError.UNKNOWN_BUCKET,
                                        bucket,
                                        Arrays.stream(Bucket.values())
                                                .map(Bucket::code)
                                                .collect(Collectors.joining(", ")))));
    }

    /** A measure without a name is called after what it does. */
    private static Measure measure(Map<String, Object> given) {
        String code = required("fn", given);
        Function fn = Function.of(code)
                .orElseThrow(() -> Refusal.ofField(
                        "fn",
                        AnalyticsError.UNKNOWN_FUNCTION,
                        code,
                        Arrays.stream(Function.values()).map(Function::code).collect(Collectors.joining(", "))));
        String field = fn == Function.COUNT ? text("field", given) : required("field", given);
        String name = text("name", given);
        String usual = field == null ? fn.code() : fn.code() + "_" + field.replace('.', '_');
        return new Measure(fn, field, Objects.requireNonNullElse(name, usual));
    }

    private static List<Sort> sorts(@Nullable Object given) {
        return switch (given) {
            case null -> List.of();
            case String one -> Arrays.stream(one.split(",")).map(Sort::parse).toList();
            case List<?> several
            when several.stream().allMatch(String.class::isInstance) ->
                several.stream().map(s -> Sort.parse((String) s)).toList();
            default -> throw wrong("sort");
        };
    }

    private static int limit(@Nullable Object given) {
        if (given == null) {
            return Report.MOST_ROWS;
        }
        if (given instanceof Integer n) {
            return n;
        }
        throw wrong("limit");
    }

    private static List<?> list(String name, Map<String, Object> given) {
        return switch (given.get(name)) {
            case null -> List.of();
            case List<?> list -> list;
            default -> throw wrong(name);
        };
    }

    private static Map<String, Object> members(String place, @Nullable Object json, String... known) {
        if (json instanceof Map<?, ?>) {
            return new JsonBody(json).object(known);
        }
        throw wrong(place);
    }

    private static @Nullable String text(String name, Map<String, Object> given) {
        Object value = given.get(name);
        if (value == null || value instanceof String) {
            return (String) value;
        }
        throw wrong(name);
    }

    private static String required(String name, Map<String, Object> given) {
        String text = text(name, given);
        if (text == null) {
            throw Refusal.ofField(name, KernelError.MISSING, name);
        }
        return text;
    }

    private static Refusal wrong(String name) {
        return Refusal.ofField(name, KernelError.WRONG_TYPE, name);
    }
}
