package io.hemai.access;

import io.hemai.database.RawSql;
import io.hemai.kernel.RecordId;
import io.hemai.tenancy.TenantTransactions;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Record2;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The statements on this module's tables. */
@Component
class AccessStore {
    private static final Comparator<Loan> LOCKING =
            Comparator.comparing(Loan::record).thenComparing(Loan::person);

    private final DSLContext sql;
    private final RawSql raw;
    private final TenantTransactions transactions;
    private final Clock clock;

    AccessStore(DSLContext sql, RawSql raw, TenantTransactions transactions, Clock clock) {
        this.sql = sql;
        this.raw = raw;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** The stored roles as JSON by name. */
    Map<String, String> roles() {
        return transactions.read(() -> {
            Map<String, String> roles = new LinkedHashMap<>();
            sql.select(AccessTables.ROLE_NAME, AccessTables.ROLE)
                    .from(AccessTables.roles())
                    .orderBy(AccessTables.ROLE_NAME)
                    .forEach(row -> roles.put(row.value1(), row.value2().data()));
            return roles;
        });
    }

    /** Adds a role; false when the name is taken. */
    boolean addRole(String name, String json) {
        return changing(() -> sql.insertInto(AccessTables.roles())
                        .set(AccessTables.ROLE_NAME, name)
                        .set(AccessTables.ROLE, JSONB.valueOf(json))
                        .onConflictDoNothing()
                        .execute()
                == 1);
    }

    void putRole(String name, String json) {
        changing(() -> sql.insertInto(AccessTables.roles())
                .set(AccessTables.ROLE_NAME, name)
                .set(AccessTables.ROLE, JSONB.valueOf(json))
                .onConflict(AccessTables.ROLE_NAME)
                .doUpdate()
                .set(AccessTables.ROLE, JSONB.valueOf(json))
                .execute());
    }

    void dropRole(String name) {
        changing(() -> sql.deleteFrom(AccessTables.roles())
                .where(AccessTables.ROLE_NAME.eq(name))
                .execute());
    }

    /** Raising the version first makes those who change rights at the same time wait for one another. */
    <T> T changing(java.util.function.Supplier<T> work) {
        return transactions.write(() -> {
            raw.rightsChanged();
            return work.get();
        });
    }

    /** Shares the record at the level, or sets the level of what is shared already. */
    void share(String object, RecordId record, Share.With with, ShareLevel level, @Nullable RecordId by) {
        boolean person = with instanceof Share.With.User;
        Field<UUID> whom = person ? AccessTables.USER : AccessTables.DEPARTMENT;
        transactions.write(() -> sql.insertInto(AccessTables.shares())
                .set(AccessTables.OBJECT, object)
                .set(AccessTables.RECORD, record.value())
                .set(whom, id(with))
                .set(AccessTables.LEVEL, level.code())
                .set(AccessTables.CREATED_AT, OffsetDateTime.now(clock))
                .set(AccessTables.CREATED_BY, by == null ? null : by.value())
                .onConflict(AccessTables.RECORD, whom)
                .where(whom.isNotNull())
                .doUpdate()
                .set(AccessTables.LEVEL, level.code())
                .execute());
    }

    /** Ends a share; false when there was none. */
    boolean unshare(RecordId record, Share.With with) {
        return transactions.write(() -> sql.deleteFrom(AccessTables.shares())
                        .where(AccessTables.RECORD.eq(record.value()).and(is(with)))
                        .execute()
                > 0);
    }

    /** Lends the records to the people; who has a share already keeps it as it is, and it does not end meanwhile. */
    void lend(String object, Collection<Loan> loans) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        var rows = loans.stream()
                .sorted(LOCKING)
                .map(loan ->
                        DSL.row(object, loan.record().value(), loan.person().value(), ShareLevel.ALONE.code(), now))
                .toList();
        transactions.write(() -> sql.insertInto(AccessTables.shares())
                .columns(
                        AccessTables.OBJECT,
                        AccessTables.RECORD,
                        AccessTables.USER,
                        AccessTables.LEVEL,
                        AccessTables.CREATED_AT)
                .valuesOfRows(rows)
                .onConflict(AccessTables.RECORD, AccessTables.USER)
                .where(AccessTables.USER.isNotNull())
                .doUpdate()
                .set(AccessTables.LEVEL, DSL.field(DSL.name("share", "level"), AccessTables.LEVEL.getDataType()))
                .execute());
    }

    /** Those of the loans that stand, locked until the transaction ends. */
    Set<Loan> lockLent(Collection<Loan> loans) {
        return transactions.write(() -> sql.select(AccessTables.RECORD, AccessTables.USER)
                .from(AccessTables.shares())
                .where(among(loans))
                .orderBy(AccessTables.RECORD, AccessTables.USER)
                .forUpdate()
                .fetchSet(AccessStore::loan));
    }

    private static Loan loan(Record2<UUID, UUID> row) {
        return new Loan(new RecordId(row.value1()), new RecordId(row.value2()));
    }

    /** Ends the loans. */
    void endLoans(Collection<Loan> loans) {
        transactions.write(
                () -> sql.deleteFrom(AccessTables.shares()).where(among(loans)).execute());
    }

    private static Condition among(Collection<Loan> loans) {
        return DSL.row(AccessTables.RECORD, AccessTables.USER)
                .in(loans.stream()
                        .map(loan ->
                                DSL.row(loan.record().value(), loan.person().value()))
                        .toList())
                .and(AccessTables.LEVEL.eq(ShareLevel.ALONE.code()));
    }

    List<Share> shares(RecordId record) {
        return transactions.read(() -> sql.select(DSL.asterisk())
                .from(AccessTables.shares())
                .where(AccessTables.RECORD.eq(record.value()))
                .orderBy(AccessTables.CREATED_AT)
                .fetch(AccessStore::share));
    }

    private static Share share(Record row) {
        UUID user = row.get(AccessTables.USER);
        UUID by = row.get(AccessTables.CREATED_BY);
        return new Share(
                user == null
                        ? new Share.With.Department(
                                new RecordId(Objects.requireNonNull(row.get(AccessTables.DEPARTMENT))))
                        : new Share.With.User(new RecordId(user)),
                ShareLevel.of(row.get(AccessTables.LEVEL)).orElseThrow(),
                row.get(AccessTables.CREATED_AT).toInstant(),
                by == null ? null : new RecordId(by));
    }

    private static Condition is(Share.With with) {
        return switch (with) {
            case Share.With.User(var user) -> AccessTables.USER.eq(user.value());
            case Share.With.Department(var department) -> AccessTables.DEPARTMENT.eq(department.value());
        };
    }

    private static UUID id(Share.With with) {
        return switch (with) {
            case Share.With.User(var user) -> user.value();
            case Share.With.Department(var department) -> department.value();
        };
    }
}
