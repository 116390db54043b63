package io.hemai.identity;

import io.hemai.kernel.RecordId;
import io.hemai.kernel.Sha256;
import io.hemai.tenancy.CurrentTenant;
import io.hemai.tenancy.Tenant;
import java.util.HexFormat;
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
    public record Session(byte[] id, String csrf) {
        private static final int PUBLIC_BYTES = 16;

        /** A name for the session that opens nothing. */
        public String publicId() {
            return publicId(id);
        }

        /** What is stored is itself a hash of the cookie; a hash of that tells nothing of either, and needs no column. */
        static String publicId(byte[] stored) {
            return HexFormat.of().formatHex(Sha256.digest().digest(stored), 0, PUBLIC_BYTES);
        }
    }

    /** The caller of this request; empty when nobody is signed in. */
    public static Optional<Caller> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /** The web session of this request. */
    static Optional<Session> currentSession() {
        return current().map(Caller::session);
    }

    /** The same caller in the place of another person. */
    public Caller as(UserIdentity other) {
        return new Caller(tenant, other, signIn, session);
    }

    /** Does work that may throw checked exceptions for this caller: tenant and identity are bound. */
    public <X extends Throwable> void serve(ScopedValue.CallableOp<?, X> work) throws X {
        CurrentTenant.<X>serve(tenant, () -> {
            Acting.<X>serve(who, () -> ScopedValue.where(CURRENT, this).call(work));
            return this;
        });
    }
}
