package io.hemai.identity;

import io.hemai.identity.IdentityTables.Pass;
import io.hemai.identity.IdentityTables.SignIn;
import io.hemai.kernel.KernelError;
import io.hemai.kernel.Problems;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import java.time.Clock;
import java.time.ZoneOffset;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Sets and changes passwords of people of the bound tenant; every change ends the person's other sessions. */
@Component
public class Passwords {
    private static final String FIELD = "password";

    private final DSLContext sql;
    private final PasswordHashes hashes;
    private final Sessions sessions;
    private final SignInDesk desk;
    private final Clock clock;

    Passwords(DSLContext sql, PasswordHashes hashes, Sessions sessions, SignInDesk desk, Clock clock) {
        this.sql = sql;
        this.hashes = hashes;
        this.sessions = sessions;
        this.desk = desk;
        this.clock = clock;
    }

    /**
     * Sets the person's password and ends all sessions but the one that asks. Refuses a poor password with every reason,
     * under the field {@code password}; whether the caller may do it is for the caller's rights to say.
     */
    public void set(RecordId user, String password) {
        String login = sql.select(SignIn.LOGIN)
                .from(SignIn.TABLE)
                .where(SignIns.person(user))
                .fetchOptional(SignIn.LOGIN)
                .orElseThrow(() -> Refusal.of(KernelError.NOT_FOUND));
        check(login, password);
        store(user, hashes.hash(password));
    }

    /** Refuses a password that is too poor for the login, with every reason, under the field {@code password}. */
    public void check(String login, String password) {
        Problems problems = new Problems();
        PasswordPolicy.problems(FIELD, login, password).forEach(problems::add);
        problems.refuseIfAny();
    }

    /** The person changes the own password and shows to know the present one, under the same throttle as signing in. */
    public void change(RecordId user, String current, String password, Visitor visitor) {
        if (!desk.knows(user, current, visitor)) {
            throw Refusal.ofField("current", IdentityError.PASSWORD_WRONG);
        }
        set(user, password);
    }

    /** Without a look at the policy, which has been asked. */
    void store(RecordId user, String hash) {
        sql.update(SignIn.TABLE)
                .set(SignIn.PASSWORD_HASH, hash)
                .set(SignIn.PASSWORD_CHANGED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .set(SignIn.DEVICE, Secret.next())
                .where(SignIns.person(user))
                .execute();
        sessions.endOthers(SignIns.person(user));
        sql.deleteFrom(Pass.TABLE).where(Pass.SIGN_IN.in(SignIns.ids(user))).execute();
    }
}
