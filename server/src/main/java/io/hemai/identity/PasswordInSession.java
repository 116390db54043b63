package io.hemai.identity;

import io.hemai.identity.IdentityTables.SignIn;
import java.time.Duration;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** Tells the person who is signed in whether the password is still the first one, which somebody else may know. */
@Component
class PasswordInSession implements SessionDetail {
    /** The first password is set while the person is added, or right after. */
    private static final Duration ADDING = Duration.ofMinutes(5);

    private final DSLContext sql;

    PasswordInSession(DSLContext sql) {
        this.sql = sql;
    }

    @Override
    public Map<String, Object> about(UserIdentity who) {
        if (who.viewer() != null) {
            return Map.of("password_changed", true); // the person's own affair
        }
        boolean changed = sql.select(SignIn.PASSWORD_CHANGED_AT, SignIn.CREATED_AT)
                .from(SignIn.TABLE)
                .where(SignIns.person(who.user()))
                .fetchOptional()
                .filter(row -> row.value1() != null
                        && row.value1().isAfter(row.value2().plus(ADDING)))
                .isPresent();
        return Map.of("password_changed", changed);
    }
}
