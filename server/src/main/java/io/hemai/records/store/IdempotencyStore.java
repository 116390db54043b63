package io.hemai.records.store;

import io.hemai.database.RawDdl;
import io.hemai.database.RawSql;
import io.hemai.kernel.RecordId;
import io.hemai.tenancy.CurrentTenant;
import io.hemai.tenancy.Tenant;
import io.hemai.tenancy.TenantSetup;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Keeps the answers of requests that must not happen twice. */
@Component
@Order(13)
public class IdempotencyStore implements TenantSetup {
    private static final Duration KEPT = Duration.ofHours(24);
    /** Longer than any request takes; what is older broke down. */
    private static final Duration WORKED_ON = Duration.ofMinutes(10);

    private static final String TABLE = "idempotency";
    private static final Field<UUID> CALLER = DSL.field(DSL.name("caller"), SQLDataType.UUID);
    private static final Field<String> KEY = DSL.field(DSL.name("key"), SQLDataType.VARCHAR);
    private static final Field<String> REQUEST = DSL.field(DSL.name("request"), SQLDataType.VARCHAR);
    private static final Field<Integer> STATUS = DSL.field(DSL.name("status"), SQLDataType.INTEGER);
    private static final Field<String> LOCATION = DSL.field(DSL.name("location"), SQLDataType.VARCHAR);
    private static final Field<String> ETAG = DSL.field(DSL.name("etag"), SQLDataType.VARCHAR);
    private static final Field<byte[]> BODY = DSL.field(DSL.name("body"), SQLDataType.BLOB);
    private static final Field<OffsetDateTime> CREATED_AT =
            DSL.field(DSL.name("created_at"), SQLDataType.TIMESTAMPWITHTIMEZONE);

    private final DSLContext sql;
    private final RawSql raw;
    private final RawDdl ddl;
    private final Clock clock;

    IdempotencyStore(DSLContext sql, RawSql raw, RawDdl ddl, Clock clock) {
        this.sql = sql;
        this.raw = raw;
        this.ddl = ddl;
        this.clock = clock;
    }

    /** An answer that was given, and the digest of the request it answered. */
    public record Known(
            String request,
            int status,
            @Nullable String location,
            @Nullable String etag,
            byte[] body) {
        private static final int RUNNING = 0;

        /** A request whose answer is not there yet. */
        public static Known running(String request) {
            return new Known(request, RUNNING, null, null, new byte[0]);
        }

        /** Whether there is no answer yet. */
        public boolean isRunning() {
            return status == RUNNING;
        }
    }

    @Override
    public void prepare(Tenant tenant) {
        ddl.createIdempotency(DSL.name(tenant.schema(), TABLE));
    }

    /** Takes the key for this transaction; false when another one has it at this moment. */
    public boolean begin(RecordId caller, String key) {
        return raw.tryLock(CurrentTenant.get().id() + " " + caller + " " + key);
    }

    /** The answer that the caller got for the key within the last day, or that it is being worked on. */
    public Optional<Known> find(RecordId caller, String key) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        return sql.select(REQUEST, STATUS, LOCATION, ETAG, BODY)
                .from(Tables.named(TABLE))
                .where(CALLER.eq(caller.value()).and(KEY.eq(key)))
                .and(CREATED_AT.gt(now.minus(KEPT)))
                .and(STATUS.ne(Known.RUNNING).or(CREATED_AT.gt(now.minus(WORKED_ON))))
                .fetchOptional(row -> new Known(row.value1(), row.value2(), row.value3(), row.value4(), row.value5()));
    }

    /** Lets the key go, as if it had never been used. */
    public void forget(RecordId caller, String key) {
        sql.deleteFrom(Tables.named(TABLE))
                .where(CALLER.eq(caller.value()).and(KEY.eq(key)))
                .execute();
    }

    /** Keeps the answer, in place of one that is too old. */
    public void keep(RecordId caller, String key, Known known) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        sql.deleteFrom(Tables.named(TABLE))
                .where(CALLER.eq(caller.value()).and(KEY.eq(key)).or(CREATED_AT.lt(now.minus(KEPT))))
                .execute();
        sql.insertInto(Tables.named(TABLE))
                .set(CALLER, caller.value())
                .set(KEY, key)
                .set(REQUEST, known.request())
                .set(STATUS, known.status())
                .set(LOCATION, known.location())
                .set(ETAG, known.etag())
                .set(BODY, known.body())
                .set(CREATED_AT, now)
                .execute();
    }
}
