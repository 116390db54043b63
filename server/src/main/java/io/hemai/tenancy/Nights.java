package io.hemai.tenancy;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** Hands out what is to be done once a night for each tenant, to one node. */
@Component
public class Nights {
    /** When few people work, by the tenant's clock. */
    private static final Duration BEGINS = Duration.ofHours(2);

    private static final Table<Record> CHORE = DSL.table(name("platform", "chore"));
    private static final Field<String> TENANT = field(name("tenant"), SQLDataType.VARCHAR);
    private static final Field<String> NAME = field(name("name"), SQLDataType.VARCHAR);
    private static final Field<LocalDate> DONE_ON = field(name("done_on"), SQLDataType.LOCALDATE);

    private final DSLContext sql;
    private final Clock clock;

    Nights(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Whether the caller is to do it now; nobody else is asked again before the tenant's next night. */
    public boolean take(Tenant tenant, String chore) {
        LocalDate night = LocalDate.ofInstant(clock.instant().minus(BEGINS), tenant.zone());
        return sql.insertInto(CHORE, TENANT, NAME, DONE_ON)
                        .values(tenant.id().name(), chore, night)
                        .onConflict(TENANT, NAME)
                        .doUpdate()
                        .set(DONE_ON, night)
                        .where(field(name("chore", "done_on"), SQLDataType.LOCALDATE)
                                .lt(night))
                        .execute()
                > 0;
    }
}
