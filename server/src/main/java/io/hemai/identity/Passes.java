package io.hemai.identity;

import io.hemai.identity.IdentityTables.Pass;
import io.hemai.identity.IdentityTables.SignIn;
import io.hemai.kernel.RecordId;
import io.hemai.tenancy.CurrentTenant;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/**
 * Passes: random texts, each of which lets a person do one thing for some time without signing in, such as by a link in a mail. Only
 * hashes are kept; what a pass was good for, and whether that is done, is for its purpose to know.
 */
@Component
public class Passes {
    private static final Set<Scope> READ_AND_WRITE = Set.of(Scope.RECORDS_READ, Scope.RECORDS_WRITE);

    private final DSLContext sql;
    private final Callers callers;
    private final Clock clock;

    Passes(DSLContext sql, Callers callers, Clock clock) {
        this.sql = sql;
        this.callers = callers;
        this.clock = clock;
    }

    /**
     * Makes a pass for a person of the bound tenant, with the transaction that is open.
     *
     * @param purpose what it is shown for, such as {@code approval}; it opens nothing else
     * @param about what exactly, as the purpose understands it
     * @return what the link says, which is kept nowhere; empty when the person cannot sign in either
     */
    public Optional<String> make(RecordId person, String purpose, String about, Instant until) {
        String pass = Secret.next();
        OffsetDateTime now = now();
        int made = sql.insertInto(
                        Pass.TABLE,
                        Pass.HASH,
                        Pass.TENANT,
                        Pass.SIGN_IN,
                        Pass.PURPOSE,
                        Pass.ABOUT,
                        Pass.CREATED_AT,
                        Pass.EXPIRES_AT)
                .select(DSL.select(
                                DSL.val(Secret.hash(pass)),
                                SignIn.TENANT,
                                SignIn.ID,
                                DSL.val(purpose),
                                DSL.val(about),
                                DSL.val(now),
                                DSL.val(until.atOffset(ZoneOffset.UTC)))
                        .from(SignIn.TABLE)
                        .where(
                                SignIn.TENANT.eq(CurrentTenant.get().id().name()),
                                SignIn.USER.eq(person.value()),
                                SignIn.ACTIVE.isTrue()))
                .execute();
        return made == 1 ? Optional.of(pass) : Optional.empty();
    }

    /**
     * A pass that was shown and counts.
     *
     * @param who whose it is, as things are now
     */
    public record Shown(Caller who, String about) {}

    /** What a pass opens; empty when it is none, is for something else, is too old, or the person may not sign in any more. */
    public Optional<Shown> show(String pass, String purpose) {
        return sql.select(Pass.SIGN_IN, Pass.ABOUT)
                .from(Pass.TABLE)
                .join(SignIn.TABLE)
                .on(SignIn.ID.eq(Pass.SIGN_IN), SignIn.TENANT.eq(Pass.TENANT))
                .where(Pass.HASH.eq(Secret.hash(pass)), Pass.PURPOSE.eq(purpose), Pass.EXPIRES_AT.gt(now()))
                .fetchOptional()
                .flatMap(found -> shown(found.value1(), found.value2()));
    }

    private Optional<Shown> shown(UUID signIn, String about) {
        return callers.bySignIn(signIn, READ_AND_WRITE).map(who -> new Shown(who, about));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
