package io.hemai.records.store;

import io.hemai.kernel.RecordId;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.SelectConditionStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The imports, exports and bulk acts of a tenant that wait or run; those that are being taken back do not count. */
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

    /** Nobody else gets further than here before the open transaction, in which one more may be kept, has ended. */
    public void hold() {
        locks.take(List.of("open jobs"));
    }

    public Count count(@Nullable RecordId person) {
        List<UUID> askedBy = sql.fetchValues(
                open("mass_act").and(MassActStore.UNDONE.isNull()).unionAll(open("export_job")));
        long own = askedBy.stream()
                .filter(id -> person != null && person.value().equals(id))
                .count();
        return new Count((int) own, askedBy.size());
    }

    private SelectConditionStep<Record1<UUID>> open(String table) {
        return sql.select(JobTable.CREATED_BY).from(Tables.named(table)).where(JobTable.open());
    }
}
