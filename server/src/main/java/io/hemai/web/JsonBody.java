package io.hemai.web;

import io.hemai.kernel.ErrorCode;
import io.hemai.kernel.KernelError;
import io.hemai.kernel.Problem;
import io.hemai.kernel.Problems;
import io.hemai.kernel.Refusal;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A JSON text whose members are not known beforehand, as {@code @RequestBody JsonBody body} or out of a parameter: maps in
 * the order written, lists, texts, booleans, {@code Integer}, {@code Long}, {@code BigInteger}, {@code BigDecimal}, null.
 */
public record JsonBody(@Nullable Object value) {
    /** Longer names are mistakes, which may hold what nobody should read. */
    private static final int LONGEST_NAME = 60;

    /** Reads a body; refuses, with line and column, what is not well-formed, says a name twice or goes beyond the limits. */
    public static JsonBody read(InputStream bytes) {
        return new JsonBody(JsonText.read(bytes));
    }

    /** Reads the JSON text of a parameter, such as {@code filter}. */
    public static JsonBody ofParameter(String parameter, String text) {
        try {
            return new JsonBody(JsonText.read(text));
        } catch (Refusal wrong) {
            throw Refusal.of(wrong.problems().stream()
                    .map(p -> new Problem(parameter, null, p.code(), p.args()))
                    .toList());
        }
    }

    /** The members of an object. */
    @SuppressWarnings("unchecked") // the reader makes no other maps
    public Map<String, Object> object() {
        if (value instanceof Map<?, ?> members) {
            return (Map<String, Object>) members;
        }
        throw wrongType();
    }

    /** The members of an object that may hold these and no others. */
    public Map<String, Object> object(String... known) {
        Map<String, Object> members = object();
        refuseUnknown(members.keySet(), List.of(known), KernelError.UNKNOWN_PROPERTY);
        return members;
    }

    /** The elements of an array. */
    @SuppressWarnings("unchecked") // the reader makes no other lists
    public List<Object> list() {
        if (value instanceof List<?> elements) {
            return (List<Object>) elements;
        }
        throw wrongType();
    }

    /** Plain JSON as a record with those members; refused, where it does not fit, like a body that is read as such. */
    public static <T> T fit(JsonMapper json, Object plain, Class<T> into) {
        try {
            return json.convertValue(plain, into);
        } catch (JacksonException wrong) {
            throw JsonFailures.refusal(wrong);
        }
    }

    static void refuseUnknown(Iterable<String> given, List<String> known, ErrorCode code) {
        Problems problems = new Problems();
        for (String name : given) {
            if (!known.contains(name)) {
                problems.add(shown(name), code, shown(name), known.isEmpty() ? "–" : String.join(", ", known));
            }
        }
        problems.refuseIfAny();
    }

    /** A name that somebody sent, as far as it may be one. */
    static String shown(String name) {
        return name.length() > LONGEST_NAME ? "…" : name;
    }

    private static Refusal wrongType() {
        return Refusal.ofField("body", KernelError.WRONG_TYPE, "body");
    }
}
