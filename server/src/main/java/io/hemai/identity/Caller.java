package io.hemai.identity;

import io.hemai.kernel.RecordId;
import io.hemai.tenancy.CurrentTenant;
import io.hemai.tenancy.Tenant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is known of the one who asks, from one statement.
 *
 * @param tenant as it is now, versions included
 * @param session the web session; null with a token
 */
public record Caller(
        Tenant tenant,
        UserIdentity who,
        RecordId signIn,
        @Nullable Session session) {
    private static final ScopedValue<Caller> CURRENT = ScopedValue.newInstance();

    /**
     * A web session.
     *
     * @param id the hash of what the cookie says
     * @param csrf what writes must carry
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Session(byte[] id, String csrf) {}

    /** The caller of this request; empty when nobody is signed in. */
    public static Optional<Caller> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /** The web session of this request. */
    static Optional<Session> currentSession() {
        return current().map(Caller::session);
    }

    /** Does work that may throw checked exceptions for this caller: tenant and identity are bound. */
    public <X extends Throwable> void serve(ScopedValue.CallableOp<?, X> work) throws X {
        CurrentTenant.<X>serve(tenant, () -> {
            Acting.<X>serve(who, () -> ScopedValue.where(CURRENT, this).call(work));
            return this;
        });
    }
}
