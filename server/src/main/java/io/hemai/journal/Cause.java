package io.hemai.journal;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * What stands behind the changes of a piece of work, where it is not a person at a form: an import, a flow.
 *
 * @param why what histories say, such as the name of the imported file
 */
public record Cause(ActorKind kind, String why) {
    private static final ScopedValue<Cause> CURRENT = ScopedValue.newInstance();

    static Optional<Cause> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /** Does the work; what it changes is told to have this cause. */
    public <T> T call(Supplier<T> work) {
        return ScopedValue.where(CURRENT, this).call(work::get);
    }
}
