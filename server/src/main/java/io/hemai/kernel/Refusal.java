package io.hemai.kernel;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Says no, with every reason and a stable code; the web edge turns it into problem details. */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ErrorCode code;
    private final transient List<Problem> problems;
    private final transient Map<String, Object> extras;

    private Refusal(ErrorCode code, List<Problem> problems, Map<String, Object> extras) {
        super(code.code(), null, false, false);
        this.code = code;
        this.problems = List.copyOf(problems);
        this.extras = extras;
    }

    /** Refuses for one reason that concerns the whole act. */
    public static Refusal of(ErrorCode code, Object... args) {
        return new Refusal(code, List.of(Problem.of(null, code, args)), Map.of());
    }

    /** Refuses for one field. */
    public static Refusal ofField(@Nullable String field, ErrorCode code, Object... args) {
        return new Refusal(code, List.of(Problem.of(field, code, args)), Map.of());
    }

    /** Refuses for several reasons; the one with the lowest status leads, so that malformed input is told before rules. */
    public static Refusal of(List<Problem> problems) {
        ErrorCode leading = problems.stream()
                .map(Problem::code)
                .min(Comparator.comparingInt(c -> c.kind().status()))
                .orElseThrow();
        return new Refusal(leading, problems, Map.of());
    }

    /** The same refusal carrying a further member for the client, such as {@code candidates}. */
    public Refusal with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(extras);
        more.put(name, value);
        return new Refusal(code, problems, Map.copyOf(more));
    }

    /** The leading reason. */
    public ErrorCode code() {
        return code;
    }

    /** Every reason. */
    public List<Problem> problems() {
        return problems;
    }

    /** Further members of the answer. */
    public Map<String, Object> extras() {
        return extras;
    }
}
