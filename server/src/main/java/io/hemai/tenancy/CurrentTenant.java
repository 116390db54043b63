package io.hemai.tenancy;

import java.util.function.Supplier;

/** The tenant that this piece of work is for: bound by a request, a token or an event, never by default. */
public final class CurrentTenant {
    private static final ScopedValue<Tenant> BOUND = ScopedValue.newInstance();

    private CurrentTenant() {}

    /** The bound tenant; work without one is a defect and stops here. */
    public static Tenant get() {
        if (!BOUND.isBound()) {
            throw new IllegalStateException("no tenant is bound");
        }
        return BOUND.get();
    }

    /** Whether a tenant is bound. */
    public static boolean isBound() {
        return BOUND.isBound();
    }

    /** Does the work for the tenant. */
    public static <T> T call(Tenant tenant, Supplier<T> work) {
        return ScopedValue.where(BOUND, tenant).call(work::get);
    }

    /** Does work that may throw checked exceptions for the tenant. */
    public static <X extends Throwable> void serve(Tenant tenant, ScopedValue.CallableOp<?, X> work) throws X {
        ScopedValue.where(BOUND, tenant).call(work);
    }

    /** Does the work for the tenant. */
    public static void run(Tenant tenant, Runnable work) {
        ScopedValue.where(BOUND, tenant).run(work);
    }
}
