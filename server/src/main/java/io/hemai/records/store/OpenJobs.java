package io.hemai.records.store;

import io.hemai.kernel.RecordId;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The imports, exports and bulk acts of a tenant that wait or run. */
@Component
public class OpenJobs {
    private final DSLContext sql;
    private final NamedLocks locks;

    OpenJobs(DSLContext sql, NamedLocks locks) {
        this.sql = sql;
        this.locks = locks;
    }

    /** How many there are. */
    public record Count(int ofPerson, int ofAll) {}

    /** Counts them; nobody else does before the open transaction, in which one more may be kept, has ended. */
    public Count count(@Nullable RecordId person) {
        locks.take(List.of("open jobs"));
        List<UUID> askedBy = sql.fetchValues(open("mass_act").unionAll(open("export_job")));
        long own = askedBy.stream()
                .filter(id -> person != null && person.value().equals(id))
                .count();
        return new Count((int) own, askedBy.size());
    }

    private Select<Record1<UUID>> open(String table) {
        return sql.select(JobTable.CREATED_BY).from(Tables.named(table)).where(JobTable.open());
    }
}
