package io.hemai.journal;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import io.hemai.kernel.RecordId;
import io.hemai.tenancy.CurrentTenant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.SQLDialect;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.DefaultDataType;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** The columns of a tenant's journal. */
final class JournalColumns {
    /** Transaction numbers, which PostgreSQL compares but neither adds nor casts to numbers. */
    static final DataType<String> XID = new DefaultDataType<>(SQLDialect.POSTGRES, String.class, "xid8");

    static final Field<Long> ID = field(name("id"), SQLDataType.BIGINT);
    static final Field<String> TRANSACTION = field(name("transaction"), XID);
    static final Field<String> TRANSACTION_TEXT = TRANSACTION.cast(SQLDataType.VARCHAR);
    /** To order by: the mere name would mean the text of what is selected. */
    static final Field<String> BY_TRANSACTION = field(name("journal", "transaction"), XID);

    static final Field<OffsetDateTime> AT = field(name("at"), SQLDataType.TIMESTAMPWITHTIMEZONE);
    static final Field<String> OBJECT = field(name("object"), SQLDataType.VARCHAR);
    static final Field<UUID> RECORD = field(name("record"), SQLDataType.UUID);
    static final Field<String> ACT = field(name("act"), SQLDataType.VARCHAR);
    static final Field<Long> VERSION = field(name("version"), SQLDataType.BIGINT);
    static final Field<String> ACTOR_KIND = field(name("actor_kind"), SQLDataType.VARCHAR);
    static final Field<UUID> ACTOR = field(name("actor"), SQLDataType.UUID);
    static final Field<String> ACTOR_LABEL = field(name("actor_label"), SQLDataType.VARCHAR);
    static final Field<String> WHY = field(name("why"), SQLDataType.VARCHAR);
    /** The piece of automatic work that did it. */
    static final Field<UUID> ORIGIN = field(name("origin"), SQLDataType.UUID);
    /** How many pieces of automatic work led to it. */
    static final Field<Short> DEPTH =
            field(name("depth"), SQLDataType.SMALLINT.notNull().defaultValue((short) 0));

    static final Field<JSONB> CHANGES = field(name("changes"), SQLDataType.JSONB);

    /** Transactions below this one have ended: nothing can come before them any more. */
    static final Field<String> OLDEST_RUNNING =
            DSL.function(name("pg_snapshot_xmin"), XID, DSL.function(name("pg_current_snapshot"), SQLDataType.OTHER));

    private JournalColumns() {}

    static Table<Record> table() {
        return DSL.table(name(CurrentTenant.get().schema(), "journal"));
    }

    /** A transaction number as a bound value. */
    static Field<String> xid(long number) {
        return DSL.val(Long.toString(number)).cast(XID);
    }

    static Field<?>[] all() {
        return new Field<?>[] {
            ID,
            TRANSACTION_TEXT,
            AT,
            OBJECT,
            RECORD,
            ACT,
            VERSION,
            ACTOR_KIND,
            ACTOR,
            ACTOR_LABEL,
            WHY,
            ORIGIN,
            DEPTH,
            CHANGES
        };
    }

    /** All, but what changed only of records of the objects. */
    static List<Field<?>> reading(Set<String> objects) {
        List<Field<?>> columns = new ArrayList<>(List.of(all()));
        columns.set(
                columns.indexOf(CHANGES),
                DSL.when(OBJECT.in(objects), CHANGES)
                        .otherwise(JSONB.valueOf("{}"))
                        .as(CHANGES));
        return columns;
    }

    private static @Nullable Origin origin(Record row) {
        int depth = row.get(DEPTH);
        UUID work = row.get(ORIGIN);
        return depth == 0 ? null : new Origin(work == null ? null : new RecordId(work), depth);
    }

    static Entry read(Record row) {
        UUID person = row.get(ACTOR);
        Actor actor = new Actor(
                ActorKind.of(row.get(ACTOR_KIND)), person == null ? null : new RecordId(person), row.get(ACTOR_LABEL));
        return new Entry(
                row.get(ID),
                Long.parseLong(row.get(TRANSACTION_TEXT)),
                row.get(AT).toInstant(),
                row.get(OBJECT),
                new RecordId(row.get(RECORD)),
                Act.valueOf(row.get(ACT).toUpperCase(Locale.ROOT)),
                row.get(VERSION),
                actor,
                row.get(WHY),
                origin(row),
                row.get(CHANGES).data());
    }
}
