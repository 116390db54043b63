package io.hemai.identity;

import io.hemai.database.Jdbc;
import io.hemai.identity.IdentityTables.Session;
import io.hemai.identity.IdentityTables.SignIn;
import io.hemai.identity.IdentityTables.Token;
import io.hemai.kernel.RecordId;
import io.hemai.tenancy.PlatformTenant;
import io.hemai.tenancy.Tenant;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectOnConditionStep;
import org.jooq.SelectSelectStep;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds out in one statement who asks, and notes at most once a minute that they did. */
@Component
public class Callers {
    private static final Duration NOTED_EVERY = Duration.ofMinutes(1);

    private static final List<Field<?>> SESSION_COLUMNS = columns(Session.CSRF, Session.ACCESSED_AT);
    private static final List<Field<?>> TOKEN_COLUMNS = columns(Token.ID, Token.SCOPES, Token.LAST_USED_AT);

    private final DSLContext sql;
    private final Jdbc jdbc;
    private final Clock clock;

    Callers(DSLContext sql, Jdbc jdbc, Clock clock) {
        this.sql = sql;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** The caller with this session cookie; empty when it has ended or the person is not active, a refusal while the tenant is set aside. */
    public Optional<Caller> bySession(String cookie) {
        OffsetDateTime now = now();
        byte[] id = Secret.hash(cookie);
        Optional<Record> row =
                one("session", SESSION_COLUMNS, Callers::bySession, List.of(id, now, now.minus(Sessions.IDLE)));
        row.filter(r -> stale(r.get(Session.ACCESSED_AT), now))
                .ifPresent(r -> sql.update(Session.TABLE)
                        .set(Session.ACCESSED_AT, now)
                        .where(Session.ID.eq(id))
                        .execute());
        return row.map(r -> caller(r, null, Set.of(Scope.values()), new Caller.Session(id, r.get(Session.CSRF))));
    }

    /** The caller with this token; empty when it is revoked or expired or the person is not active, a refusal while the tenant is set aside. */
    public Optional<Caller> byToken(String token) {
        OffsetDateTime now = now();
        Optional<Record> row = one("token", TOKEN_COLUMNS, Callers::byToken, List.of(Secret.hash(token), now));
        row.filter(r -> stale(r.get(Token.LAST_USED_AT), now))
                .ifPresent(r -> sql.update(Token.TABLE)
                        .set(Token.LAST_USED_AT, now)
                        .where(Token.ID.eq(r.get(Token.ID)))
                        .execute());
        return row.map(r -> caller(r, new RecordId(r.get(Token.ID)), scopes(r.get(Token.SCOPES)), null));
    }

    /** The caller as things are now; does not count as use. Empty when the session or token has ended, or who has it is not active. */
    public Optional<Caller> again(Caller caller) {
        if (caller.who().viewer() != null) {
            return Optional.empty(); // it is allowed request by request
        }
        Caller.Session session = caller.session();
        return session == null ? sameToken(caller) : sameSession(session);
    }

    /** The person with that sign-in, limited to the scopes, who shows neither a session nor a token; empty when not active. */
    Optional<Caller> bySignIn(UUID signIn, Set<Scope> scopes) {
        return sql.select(columns())
                .from(SignIn.TABLE)
                .join(PlatformTenant.TABLE)
                .on(PlatformTenant.ID.eq(SignIn.TENANT))
                .where(SignIn.ID.eq(signIn), live())
                .fetchOptional(row -> caller(row, null, scopes, null));
    }

    private Optional<Caller> sameSession(Caller.Session session) {
        OffsetDateTime now = now();
        return known(sql.select(columns()), Session.TABLE, Session.SIGN_IN)
                .where(
                        Session.ID.eq(session.id()),
                        live(),
                        Session.EXPIRES_AT.gt(now),
                        Session.ACCESSED_AT.gt(now.minus(Sessions.IDLE)))
                .fetchOptional(r -> caller(r, null, Set.of(Scope.values()), session));
    }

    private Optional<Caller> sameToken(Caller caller) {
        return caller.who()
                .usedToken()
                .flatMap(token -> known(sql.select(columns(Token.SCOPES)), Token.TABLE, Token.SIGN_IN)
                        .where(
                                Token.ID.eq(token.value()),
                                live(),
                                Token.EXPIRES_AT.isNull().or(Token.EXPIRES_AT.gt(now())))
                        .fetchOptional(r -> caller(r, token, scopes(r.get(Token.SCOPES)), null)));
    }

    private static Select<Record> bySession() {
        return known(DSL.select(SESSION_COLUMNS), Session.TABLE, Session.SIGN_IN)
                .where(
                        Session.ID.eq(new byte[0]),
                        SignIn.ACTIVE.isTrue(),
                        Session.EXPIRES_AT.gt(OffsetDateTime.MIN),
                        Session.ACCESSED_AT.gt(OffsetDateTime.MIN));
    }

    private static Select<Record> byToken() {
        return known(DSL.select(TOKEN_COLUMNS), Token.TABLE, Token.SIGN_IN)
                .where(
                        Token.HASH.eq(new byte[0]),
                        SignIn.ACTIVE.isTrue(),
                        Token.EXPIRES_AT.isNull().or(Token.EXPIRES_AT.gt(OffsetDateTime.MIN)));
    }

    /** Of sessions or tokens, together with who signed in and the tenant. */
    private static SelectOnConditionStep<Record> known(
            SelectSelectStep<Record> columns, Table<Record> of, Field<UUID> signIn) {
        return columns.from(of)
                .join(SignIn.TABLE)
                .on(SignIn.ID.eq(signIn))
                .join(PlatformTenant.TABLE)
                .on(PlatformTenant.ID.eq(SignIn.TENANT));
    }

    /** Who asks is found out with every request, so these statements are rendered once. */
    private Optional<Record> one(
            String by, List<Field<?>> columns, Supplier<Select<Record>> statement, List<Object> values) {
        return jdbc.read(
                jdbc.fixed(by, statement),
                values,
                result -> sql.fetch(result, columns.toArray(Field[]::new)).stream()
                        .findFirst());
    }

    private static List<Field<?>> columns(Field<?>... own) {
        List<Field<?>> all = new ArrayList<>(PlatformTenant.columns());
        Collections.addAll(all, SignIn.ID, SignIn.USER, SignIn.LABEL, SignIn.LOCALE, SignIn.TIME_ZONE);
        Collections.addAll(all, own);
        return List.copyOf(all);
    }

    private static Condition live() {
        return DSL.and(SignIn.ACTIVE.isTrue(), PlatformTenant.inUse());
    }

    private static boolean stale(@Nullable OffsetDateTime noted, OffsetDateTime now) {
        return noted == null || noted.isBefore(now.minus(NOTED_EVERY));
    }

    static Set<Scope> scopes(String[] codes) {
        return Arrays.stream(codes).map(Scope::of).flatMap(Optional::stream).collect(Collectors.toSet());
    }

    private static Caller caller(
            Record row, @Nullable RecordId token, Set<Scope> scopes, Caller.@Nullable Session session) {
        Tenant tenant = PlatformTenant.readActive(row);
        String zone = row.get(SignIn.TIME_ZONE);
        String locale = row.get(SignIn.LOCALE);
        UserIdentity who = new UserIdentity(
                new RecordId(row.get(SignIn.USER)),
                row.get(SignIn.LABEL),
                zone == null ? tenant.zone() : ZoneId.of(zone),
                locale == null ? tenant.locale() : Locale.forLanguageTag(locale),
                token,
                scopes);
        return new Caller(tenant, who, new RecordId(row.get(SignIn.ID)), session);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
