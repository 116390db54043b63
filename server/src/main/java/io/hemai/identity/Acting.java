package io.hemai.identity;

import java.util.Optional;
import java.util.function.Supplier;

/** The identity under which the current work is done. */
public final class Acting {
    private static final ScopedValue<Identity> WHO = ScopedValue.newInstance();

    private Acting() {}

    /** Who works now; work under nobody is a defect and stops here. */
    public static Identity who() {
        if (!WHO.isBound()) {
            throw new IllegalStateException("nobody is acting");
        }
        return WHO.get();
    }

    /** The person who works now; empty when Hemai itself does, or nobody. */
    public static Optional<UserIdentity> user() {
        return WHO.isBound() && WHO.get() instanceof UserIdentity user ? Optional.of(user) : Optional.empty();
    }

    /** Whether somebody acts. */
    public static boolean isBound() {
        return WHO.isBound();
    }

    /** Does the work as the identity. */
    public static <T> T call(Identity who, Supplier<T> work) {
        return ScopedValue.where(WHO, who).call(work::get);
    }

    /** Does work that may throw checked exceptions as the identity. */
    public static <X extends Throwable> void serve(Identity who, ScopedValue.CallableOp<?, X> work) throws X {
        ScopedValue.where(WHO, who).call(work);
    }

    /** Does the work as the identity. */
    public static void run(Identity who, Runnable work) {
        ScopedValue.where(WHO, who).run(work);
    }
}
