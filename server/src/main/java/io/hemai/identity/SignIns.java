package io.hemai.identity;

import io.hemai.identity.IdentityTables.Pass;
import io.hemai.identity.IdentityTables.Session;
import io.hemai.identity.IdentityTables.SignIn;
import io.hemai.identity.IdentityTables.Token;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.kernel.text.Normalised;
import io.hemai.tenancy.CurrentTenant;
import io.hemai.tenancy.Tenant;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * How the people of the bound tenant get in, kept in step with their records: call it in the transaction that writes the
 * record. A new sign-in has no password and lets nobody in until {@link Passwords} gives it one.
 */
@Component
public class SignIns {
    private static final int LONGEST_LOGIN = 100;
    private static final String FIELD = "login";

    private final DSLContext sql;
    private final Clock clock;

    SignIns(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * What a person's record says about signing in.
     *
     * @param label how the person is called in histories
     * @param locale null for the tenant's
     * @param zone null for the tenant's
     */
    public record Person(
            String login,
            String label,
            boolean active,
            @Nullable Locale locale,
            @Nullable ZoneId zone) {}

    /** Makes or brings up to date a person's sign-in. Who is not active is out at once: sessions and tokens end. */
    public void keep(RecordId user, Person person) {
        String login = folded(person.login());
        refuseTaken(user, login);
        sql.insertInto(SignIn.TABLE)
                .set(SignIn.ID, RecordId.next().value())
                .set(SignIn.TENANT, CurrentTenant.get().id().name())
                .set(SignIn.USER, user.value())
                .set(SignIn.LOGIN, login)
                .set(SignIn.LABEL, person.label())
                .set(
                        SignIn.LOCALE,
                        person.locale() == null ? null : person.locale().toLanguageTag())
                .set(
                        SignIn.TIME_ZONE,
                        person.zone() == null ? null : person.zone().getId())
                .set(SignIn.ACTIVE, person.active())
                .set(SignIn.DEVICE, Secret.next())
                .set(SignIn.CREATED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .onConflict(DSL.field(DSL.name("tenant")), DSL.field(DSL.name("user_id")))
                .doUpdate()
                .set(SignIn.LOGIN, DSL.excluded(SignIn.LOGIN))
                .set(SignIn.LABEL, DSL.excluded(SignIn.LABEL))
                .set(SignIn.LOCALE, DSL.excluded(SignIn.LOCALE))
                .set(SignIn.TIME_ZONE, DSL.excluded(SignIn.TIME_ZONE))
                .set(SignIn.ACTIVE, DSL.excluded(SignIn.ACTIVE))
                .execute();
        if (!person.active()) {
            end(user);
        }
    }

    /** Whether anybody of the bound tenant can sign in. */
    public boolean any() {
        return sql.fetchExists(DSL.selectOne()
                .from(SignIn.TABLE)
                .where(SignIn.TENANT.eq(CurrentTenant.get().id().name()), SignIn.ACTIVE.isTrue()));
    }

    /** The person as in a web session; empty for nobody of the bound tenant, and for whoever is switched off. */
    public Optional<UserIdentity> active(RecordId user) {
        Tenant tenant = CurrentTenant.get();
        return sql.select(SignIn.LABEL, SignIn.TIME_ZONE, SignIn.LOCALE)
                .from(SignIn.TABLE)
                .where(person(user), SignIn.ACTIVE.isTrue())
                .fetchOptional(row -> UserIdentity.signedIn(
                        user,
                        row.value1(),
                        row.value2() == null ? tenant.zone() : ZoneId.of(row.value2()),
                        row.value3() == null ? tenant.locale() : Locale.forLanguageTag(row.value3())));
    }

    /** Who of the bound tenant signs in by that login; empty for whoever is switched off. */
    Optional<RecordId> active(String login) {
        return sql.select(SignIn.USER)
                .from(SignIn.TABLE)
                .where(SignIn.TENANT.eq(CurrentTenant.get().id().name()), SignIn.ACTIVE.isTrue())
                .and(SignIn.LOGIN.eq(folded(login)))
                .fetchOptional(row -> new RecordId(row.value1()));
    }

    /** The login of who was let in first and still is: the administrator of the first start. */
    public Optional<String> first() {
        return sql.select(SignIn.LOGIN)
                .from(SignIn.TABLE)
                .where(SignIn.TENANT.eq(CurrentTenant.get().id().name()), SignIn.ACTIVE.isTrue())
                .orderBy(SignIn.CREATED_AT, SignIn.ID)
                .limit(1)
                .fetchOptional(SignIn.LOGIN);
    }

    /** Ends all sessions, revokes all tokens and takes back all passes of the person. */
    private void end(RecordId user) {
        sql.deleteFrom(Session.TABLE).where(Session.SIGN_IN.in(ids(user))).execute();
        sql.deleteFrom(Token.TABLE).where(Token.SIGN_IN.in(ids(user))).execute();
        sql.deleteFrom(Pass.TABLE).where(Pass.SIGN_IN.in(ids(user))).execute();
    }

    static Condition person(RecordId user) {
        return SignIn.TENANT.eq(CurrentTenant.get().id().name()).and(SignIn.USER.eq(user.value()));
    }

    /** The form in which logins compare; refuses what cannot be one. */
    static String folded(String login) {
        String folded = Normalised.of(login);
        if (folded.isEmpty() || folded.length() > LONGEST_LOGIN || folded.indexOf(' ') >= 0) {
            throw Refusal.ofField(FIELD, IdentityError.LOGIN_FORM, LONGEST_LOGIN);
        }
        return folded;
    }

    /** Asked for the sake of the answer; what keeps logins apart is the unique key. */
    private void refuseTaken(RecordId user, String login) {
        boolean taken = sql.fetchExists(DSL.selectOne()
                .from(SignIn.TABLE)
                .where(
                        SignIn.TENANT.eq(CurrentTenant.get().id().name()),
                        SignIn.LOGIN.eq(login),
                        SignIn.USER.ne(user.value())));
        if (taken) {
            throw Refusal.ofField(FIELD, IdentityError.LOGIN_TAKEN, login);
        }
    }

    static Select<Record1<UUID>> ids(RecordId user) {
        return DSL.select(SignIn.ID).from(SignIn.TABLE).where(person(user));
    }
}
