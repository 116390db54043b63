package io.hemai.web;

import io.hemai.kernel.KernelError;
import io.hemai.kernel.Problems;
import io.hemai.kernel.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The query parameters of a request, each at most once. A controller that takes them as an argument says with
 * {@link #only} which it knows.
 */
public final class Parameters {
    private final Map<String, String> given;

    private Parameters(Map<String, String> given) {
        this.given = given;
    }

    /** The parameters of the request; refuses one that is given twice. */
    public static Parameters of(HttpServletRequest request) {
        Map<String, String> given = new LinkedHashMap<>();
        Problems problems = new Problems();
        request.getParameterMap().forEach((name, values) -> {
            given.put(name, values[0]);
            if (values.length > 1) {
                problems.add(name, KernelError.INVALID_PARAMETER, name, String.join(", ", values));
            }
        });
        problems.refuseIfAny();
        return new Parameters(given);
    }

    /** Refuses every parameter but these. */
    public Parameters only(String... known) {
        JsonBody.refuseUnknown(given.keySet(), List.of(known), KernelError.UNKNOWN_PARAMETER);
        return this;
    }

    /** The text of a parameter; a blank one counts as not given. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(given.get(name)).filter(text -> !text.isBlank());
    }

    /** The parts of a comma list. */
    public List<String> list(String name) {
        return text(name).stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** A whole number between the bounds, or the fallback. */
    public int integer(String name, int fallback, int least, int most) {
        return text(name).map(text -> integer(name, text, least, most)).orElse(fallback);
    }

    /** {@code true} or {@code false}; the latter when not given. */
    public boolean flag(String name) {
        return text(name)
                .map(text -> switch (text) {
                    case "true" -> true;
                    case "false" -> false;
                    default -> throw invalid(name, text);
                })
                .orElse(false);
    }

    /** A parameter that holds JSON. */
    public Optional<JsonBody> json(String name) {
        return text(name).map(text -> JsonBody.ofParameter(name, text));
    }

    private static int integer(String name, String text, int least, int most) {
        try {
            int value = Integer.parseInt(text);
            if (value >= least && value <= most) {
                return value;
            }
        } catch (NumberFormatException notANumber) {
            throw Refusal.ofField(name, WebError.NOT_BETWEEN, name, least, most, text);
        }
        throw Refusal.ofField(name, WebError.NOT_BETWEEN, name, least, most, text);
    }

    private static Refusal invalid(String name, String text) {
        return Refusal.ofField(name, KernelError.INVALID_PARAMETER, name, text);
    }
}
