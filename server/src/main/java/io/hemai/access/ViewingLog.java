package io.hemai.access;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import io.hemai.kernel.RecordId;
import io.hemai.tenancy.CurrentTenant;
import io.hemai.tenancy.Tenant;
import io.hemai.tenancy.TenantSetup;
import io.hemai.tenancy.TenantTransactions;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The log of who read as whom, and when. What stands in it is ended, and never taken away. */
@Component
@Order(15)
class ViewingLog implements TenantSetup {
    private static final DataType<OffsetDateTime> MOMENT = SQLDataType.TIMESTAMPWITHTIMEZONE(6);

    private static final Field<UUID> ID = field(name("id"), SQLDataType.UUID.notNull());
    private static final Field<String> SESSION = field(name("session"), SQLDataType.VARCHAR.notNull());
    private static final Field<UUID> VIEWER = field(name("viewer"), SQLDataType.UUID.notNull());
    private static final Field<String> VIEWER_LABEL = field(name("viewer_label"), SQLDataType.VARCHAR.notNull());
    private static final Field<UUID> PERSON = field(name("person"), SQLDataType.UUID.notNull());
    private static final Field<String> PERSON_LABEL = field(name("person_label"), SQLDataType.VARCHAR.notNull());
    private static final Field<OffsetDateTime> STARTED_AT = field(name("started_at"), MOMENT.notNull());
    private static final Field<OffsetDateTime> UNTIL = field(name("until"), MOMENT.notNull());
    private static final Field<OffsetDateTime> ENDED_AT = field(name("ended_at"), MOMENT);

    private final DSLContext sql;
    private final TenantTransactions transactions;

    ViewingLog(DSLContext sql, TenantTransactions transactions) {
        this.sql = sql;
        this.transactions = transactions;
    }

    private static Table<Record> table() {
        return DSL.table(name(CurrentTenant.get().schema(), "viewing"));
    }

    @Override
    public void prepare(Tenant tenant) {
        sql.createTableIfNotExists(table())
                .columns(ID, SESSION, VIEWER, VIEWER_LABEL, PERSON, PERSON_LABEL, STARTED_AT, UNTIL, ENDED_AT)
                .constraints(DSL.primaryKey(ID))
                .execute();
        sql.createIndexIfNotExists("viewing_started_at")
                .on(table(), STARTED_AT.desc())
                .execute();
    }

    void begin(Viewing viewing) {
        transactions.write(() -> sql.insertInto(table())
                .set(ID, viewing.id().value())
                .set(SESSION, viewing.session())
                .set(VIEWER, viewing.viewer().value())
                .set(VIEWER_LABEL, viewing.viewerLabel())
                .set(PERSON, viewing.person().value())
                .set(PERSON_LABEL, viewing.personLabel())
                .set(STARTED_AT, moment(viewing.startedAt()))
                .set(UNTIL, moment(viewing.until()))
                .execute());
    }

    Optional<Viewing> find(RecordId id) {
        return transactions.read(() -> sql.select(DSL.asterisk())
                .from(table())
                .where(ID.eq(id.value()))
                .fetchOptional(ViewingLog::viewing));
    }

    void end(RecordId id, Instant now) {
        transactions.write(() -> sql.update(table())
                .set(ENDED_AT, moment(now))
                .where(ID.eq(id.value()), ENDED_AT.isNull(), UNTIL.gt(moment(now)))
                .execute());
    }

    /** The newest first. */
    List<Viewing> newest(int most) {
        return transactions.read(() -> sql.select(DSL.asterisk())
                .from(table())
                .orderBy(STARTED_AT.desc(), ID.desc())
                .limit(most)
                .fetch(ViewingLog::viewing));
    }

    private static Viewing viewing(Record row) {
        OffsetDateTime ended = row.get(ENDED_AT);
        return new Viewing(
                new RecordId(row.get(ID)),
                row.get(SESSION),
                new RecordId(row.get(VIEWER)),
                row.get(VIEWER_LABEL),
                new RecordId(row.get(PERSON)),
                row.get(PERSON_LABEL),
                row.get(STARTED_AT).toInstant(),
                row.get(UNTIL).toInstant(),
                ended == null ? null : ended.toInstant());
    }

    private static OffsetDateTime moment(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
