package io.hemai.kernel;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects everything that is wrong, so that a form can show it all at once. */
public final class Problems {
    private final List<Problem> found = new ArrayList<>();

    /** Notes a problem of a field, or of the whole when the field is null. */
    public void add(@Nullable String field, ErrorCode code, Object... args) {
        found.add(Problem.of(field, code, args));
    }

    /** Notes a problem. */
    public void add(Problem problem) {
        found.add(problem);
    }

    /** Whether nothing is wrong. */
    public boolean isEmpty() {
        return found.isEmpty();
    }

    /** Whether the field has a problem already. */
    public boolean concern(String field) {
        return found.stream().anyMatch(p -> field.equals(p.field()));
    }

    /** What was found, in the order found. */
    public List<Problem> list() {
        return List.copyOf(found);
    }

    /** Throws everything found as one {@link Refusal}. */
    public void refuseIfAny() {
        if (!found.isEmpty()) {
            throw Refusal.of(found);
        }
    }
}
