package io.hemai.identity;

import io.hemai.identity.IdentityTables.SignIn;
import io.hemai.identity.IdentityTables.Token;
import io.hemai.kernel.KernelError;
import io.hemai.kernel.Problems;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tokens by which programs act for a person, within that person's live rights and the token's scopes. */
@Component
public class Tokens {
    private static final String PREFIX = "hm_";
    private static final int LONGEST_NAME = 100;
    private static final int MOST = 100;

    private final DSLContext sql;
    private final Clock clock;

    Tokens(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** A new token; its text is shown this once and kept nowhere. */
    public record Made(RecordId id, String text) {}

    /** A token as its owner sees it. */
    public record Listed(
            RecordId id,
            String name,
            Set<Scope> scopes,
            Instant createdAt,
            @Nullable Instant expiresAt,
            @Nullable Instant lastUsedAt) {}

    /**
     * Makes a token for the caller. A token that makes another gives no scope and no time that it has not itself, and takes the
     * other along when it is revoked.
     */
    public Made make(Caller caller, String name, Set<Scope> scopes, Optional<Instant> wanted) {
        Optional<Instant> expiresAt = wanted.map(at -> at.truncatedTo(ChronoUnit.MICROS));
        refuseUnfit(caller, name, scopes, expiresAt);
        RecordId id = RecordId.next();
        String text = PREFIX + Secret.next();
        sql.insertInto(Token.TABLE)
                .set(Token.ID, id.value())
                .set(Token.HASH, Secret.hash(text))
                .set(Token.TENANT, caller.tenant().id().name())
                .set(Token.SIGN_IN, caller.signIn().value())
                .set(Token.PARENT, caller.who().usedToken().map(RecordId::value).orElse(null))
                .set(Token.NAME, name.strip())
                .set(Token.SCOPES, scopes.stream().sorted().map(Scope::code).toArray(String[]::new))
                .set(Token.CREATED_AT, time(clock.instant()))
                .set(Token.EXPIRES_AT, expiresAt.map(Tokens::time).orElse(null))
                .execute();
        return new Made(id, text);
    }

    private void refuseUnfit(Caller caller, String name, Set<Scope> scopes, Optional<Instant> expiresAt) {
        Problems problems = new Problems();
        if (name.isBlank() || name.strip().length() > LONGEST_NAME) {
            problems.add("name", IdentityError.TOKEN_NAME, LONGEST_NAME);
        }
        if (scopes.isEmpty()) {
            problems.add("scopes", KernelError.MISSING, "scopes");
        }
        if (expiresAt.isPresent() && !expiresAt.get().isAfter(clock.instant())) {
            problems.add("expires_at", IdentityError.TOKEN_EXPIRY);
        }
        scopes.stream()
                .filter(scope -> !caller.who().scopes().contains(scope))
                .sorted()
                .forEach(scope -> problems.add("scopes", IdentityError.TOKEN_BROADER, scope.code()));
        problems.refuseIfAny();
        caller.who().usedToken().ifPresent(token -> refuseLonger(token, expiresAt));
        if (list(caller).size() >= MOST) {
            throw Refusal.of(IdentityError.TOKEN_TOO_MANY, MOST);
        }
    }

    private void refuseLonger(RecordId token, Optional<Instant> expiresAt) {
        sql.select(Token.EXPIRES_AT)
                .from(Token.TABLE)
                .where(Token.ID.eq(token.value()), Token.EXPIRES_AT.isNotNull())
                .fetchOptional(Token.EXPIRES_AT)
                .map(OffsetDateTime::toInstant)
                .filter(own -> expiresAt.isEmpty() || expiresAt.get().isAfter(own))
                .ifPresent(own -> {
                    throw Refusal.ofField("expires_at", IdentityError.TOKEN_BROADER, own.toString());
                });
    }

    /** The caller's tokens that have not expired, the newest first. */
    public List<Listed> list(Caller caller) {
        return sql
                .select(Token.ID, Token.NAME, Token.SCOPES, Token.CREATED_AT, Token.EXPIRES_AT, Token.LAST_USED_AT)
                .from(Token.TABLE)
                .where(Token.SIGN_IN.eq(caller.signIn().value()))
                .fetch(row -> new Listed(
                        new RecordId(row.value1()),
                        row.value2(),
                        Callers.scopes(row.value3()),
                        row.value4().toInstant(),
                        instant(row.value5()),
                        instant(row.value6())))
                .stream()
                .filter(token -> token.expiresAt() == null || token.expiresAt().isAfter(clock.instant()))
                .sorted(Comparator.comparing(Listed::createdAt).reversed())
                .toList();
    }

    /** How many let programs in as the person of the bound tenant. */
    int standing(RecordId user) {
        return sql.fetchCount(
                Token.TABLE,
                Token.SIGN_IN.in(sql.select(SignIn.ID).from(SignIn.TABLE).where(SignIns.person(user))),
                Token.EXPIRES_AT.isNull().or(Token.EXPIRES_AT.gt(time(clock.instant()))));
    }

    /** Whether the token is neither revoked nor expired. */
    public boolean stands(RecordId id) {
        return sql.fetchExists(sql.selectOne()
                .from(Token.TABLE)
                .where(Token.ID.eq(id.value()))
                .and(Token.EXPIRES_AT.isNull().or(Token.EXPIRES_AT.gt(time(clock.instant())))));
    }

    /** Revokes a token of the caller, and those that it made. */
    public void revoke(Caller caller, RecordId id) {
        int gone = sql.deleteFrom(Token.TABLE)
                .where(Token.ID.eq(id.value()), Token.SIGN_IN.eq(caller.signIn().value()))
                .execute();
        if (gone == 0) {
            throw Refusal.of(KernelError.NOT_FOUND);
        }
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
