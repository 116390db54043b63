package io.hemai.journal;

import static org.jooq.impl.DSL.name;

import io.hemai.database.RawDdl;
import io.hemai.database.Transactions;
import io.hemai.tenancy.Tenant;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.jooq.Name;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** Keeps a journal's months ahead of time, so that the part for everything else stays empty. */
@Component
class JournalMonths {
    private static final int AHEAD = 2;
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("'journal_'yyyy_MM");

    private final RawDdl raw;
    private final DSLContext sql;
    private final Transactions transactions;
    private final Clock clock;

    JournalMonths(RawDdl raw, DSLContext sql, Transactions transactions, Clock clock) {
        this.raw = raw;
        this.sql = sql;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** This month's table and the next ones. */
    List<String> names() {
        return months().map(NAME::format).toList();
    }

    private Stream<YearMonth> months() {
        YearMonth now = YearMonth.now(clock);
        return Stream.iterate(now, m -> m.plusMonths(1)).limit(1L + AHEAD);
    }

    /** Makes the months that are missing; more than one node may try at once. */
    void prepare(Tenant tenant) {
        Set<String> there = there(tenant);
        months().filter(m -> !there.contains(NAME.format(m))).forEach(m -> transactions.write(() -> create(tenant, m)));
    }

    private void create(Tenant tenant, YearMonth month) {
        sql.select(DSL.function(
                        name("pg_advisory_xact_lock"),
                        SQLDataType.OTHER,
                        DSL.function(
                                name("hashtextextended"),
                                SQLDataType.BIGINT,
                                DSL.val(tenant.schema() + ".journal"),
                                DSL.inline(0L))))
                .fetch();
        if (!there(tenant).contains(NAME.format(month))) {
            Name schema = name(tenant.schema());
            raw.createJournalMonth(schema, schema.append(NAME.format(month)), start(month), start(month.plusMonths(1)));
        }
    }

    private static OffsetDateTime start(YearMonth month) {
        return month.atDay(1).atStartOfDay().atOffset(ZoneOffset.UTC);
    }

    private Set<String> there(Tenant tenant) {
        return sql.select(DSL.field(name("tablename"), SQLDataType.VARCHAR))
                .from(DSL.table(name("pg_catalog", "pg_tables")))
                .where(DSL.field(name("schemaname"), SQLDataType.VARCHAR).eq(tenant.schema()))
                .and(DSL.field(name("tablename"), SQLDataType.VARCHAR).in(names()))
                .fetchSet(0, String.class);
    }
}
