package io.hemai.identity;

import io.hemai.identity.IdentityTables.SignIn;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.kernel.TenantId;
import io.hemai.kernel.text.Normalised;
import io.hemai.tenancy.Tenants;
import io.hemai.web.ProblemAnswers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Checks login and password, slowly for those who guess, and opens a session. */
@Component
public class SignInDesk {
    private static final Account NOBODY = new Account(new UUID(0, 0), null, false, "");

    private final DSLContext sql;
    private final PasswordHashes hashes;
    private final Throttle throttle;
    private final Sessions sessions;
    private final Tenants tenants;

    SignInDesk(DSLContext sql, PasswordHashes hashes, Throttle throttle, Sessions sessions, Tenants tenants) {
        this.sql = sql;
        this.hashes = hashes;
        this.throttle = throttle;
        this.sessions = sessions;
        this.tenants = tenants;
    }

    /**
     * What a browser keeps after a sign-in.
     *
     * @param session the session's cookie
     * @param device marks the browser as one that this person uses
     */
    public record Admitted(String session, String device) {}

    private record Account(UUID id, @Nullable String hash, boolean active, String device) {
        boolean knowsDevice(String shown) {
            return !device.isEmpty() && device.equals(shown);
        }
    }

    /**
     * Opens a session, or refuses: with 401 that tells nothing about what was wrong, with 429 and the seconds to wait, or, to
     * those who know the password, with 503 while the tenant is set aside.
     */
    public Admitted admit(TenantId tenant, String login, String password, Visitor visitor) {
        String folded = Normalised.of(login);
        Condition wanted = SignIn.TENANT.eq(tenant.name()).and(SignIn.LOGIN.eq(folded));
        Account account = find(wanted).orElse(NOBODY);
        if (!verified(account, password, keys(tenant + "/" + folded, account, visitor)) || !account.active()) {
            throw Refusal.of(IdentityError.WRONG_CREDENTIALS);
        }
        tenants.require(tenant);
        return new Admitted(sessions.open(tenant.name(), account.id(), visitor), account.device());
    }

    /** Whether it is the password of a person of the bound tenant. */
    boolean knows(RecordId user, String password, Visitor visitor) {
        Account account = find(SignIns.person(user)).orElse(NOBODY);
        return verified(account, password, keys(user.toString(), account, visitor));
    }

    /** The throttle is asked while holding a place to hash, so that guesses sent all at once cannot outrun it. */
    private boolean verified(Account account, String password, List<Throttle.Key> keys) {
        return hashes.within(() -> {
            throttle.wait(keys).ifPresent(SignInDesk::refuse);
            boolean right = hashes.matches(password, account.hash());
            if (right) {
                throttle.succeeded(keys);
            } else {
                throttle.failed(keys);
            }
            return right;
        });
    }

    private static void refuse(Duration wait) {
        long seconds = Math.max(1, wait.plusMillis(999).toSeconds());
        throw Refusal.of(IdentityError.THROTTLED, seconds).with(ProblemAnswers.RETRY_AFTER, seconds);
    }

    private static List<Throttle.Key> keys(String login, Account account, Visitor visitor) {
        if (account.knowsDevice(visitor.device())) {
            return List.of(
                    Throttle.Key.of(ThrottleRule.KNOWN_DEVICE, account.id().toString()));
        }
        String address = visitor.network();
        List<Throttle.Key> keys = new ArrayList<>();
        keys.add(Throttle.Key.of(ThrottleRule.LOGIN, login));
        keys.add(Throttle.Key.of(ThrottleRule.LOGIN_AND_ADDRESS, login, address));
        // everybody behind a proxy on this machine looks alike
        if (!visitor.isLocal()) {
            keys.add(Throttle.Key.of(ThrottleRule.ADDRESS, address));
        }
        return keys;
    }

    private Optional<Account> find(Condition wanted) {
        return sql.select(SignIn.ID, SignIn.PASSWORD_HASH, SignIn.ACTIVE, SignIn.DEVICE)
                .from(SignIn.TABLE)
                .where(wanted)
                .fetchOptional(row -> new Account(row.value1(), row.value2(), row.value3(), row.value4()));
    }
}
