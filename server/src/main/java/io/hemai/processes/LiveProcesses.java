package io.hemai.processes;

import io.hemai.database.CommittedCache;
import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.kernel.Limits;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.kernel.TenantId;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectType;
import io.hemai.records.Query;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.records.Sort;
import io.hemai.tenancy.CurrentTenant;
import io.hemai.tenancy.Tenant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The bound tenant's processes as they hold, kept until its processes, rights or objects change: the versions come with every request, so
 * that a write asks nothing for it.
 */
@Component
class LiveProcesses {
    private static final Logger LOG = LoggerFactory.getLogger(LiveProcesses.class);
    static final SystemIdentity LOOKING = new SystemIdentity("processes", "processes");
    private static final int COMPANIES = 500;

    private final ProcessObject process;
    private final ObjectProvider<ProcessPlans> plans;
    private final ObjectProvider<Records> records;
    private final Metadata metadata;
    private final CommittedCache<Moment, Map<String, List<LiveProcess>>> kept = new CommittedCache<>(COMPANIES);

    LiveProcesses(
            ProcessObject process,
            ObjectProvider<ProcessPlans> plans,
            ObjectProvider<Records> records,
            Metadata metadata) {
        this.process = process;
        this.plans = plans;
        this.records = records;
        this.metadata = metadata;
    }

    private record Moment(TenantId tenant, long rightsVersion, long metadataVersion) {
        static Moment now() {
            Tenant tenant = CurrentTenant.get();
            return new Moment(tenant.id(), tenant.rightsVersion(), tenant.metadataVersion());
        }
    }

    /** Those of the object, by name. */
    List<LiveProcess> about(ObjectType type) {
        return all().getOrDefault(type.name(), List.of());
    }

    private Map<String, List<LiveProcess>> all() {
        return kept.get(Moment.now(), now -> Acting.call(LOOKING, this::load));
    }

    /** The process, as long as it holds; a refusal when it does not. */
    LiveProcess require(RecordId id) {
        return all().values().stream()
                .flatMap(List::stream)
                .filter(live -> live.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Refusal.of(ProcessError.NOT_FOUND));
    }

    private Map<String, List<LiveProcess>> load() {
        return records
                .getObject()
                .list(Query.of(process)
                        .where(process.status.is(ProcessStatus.ACTIVE))
                        .sort(new Sort(process.name.name(), false))
                        .limit(Limits.BATCH))
                .stream()
                .flatMap(row -> read(row).map(live -> Map.entry(row.require(process.object), live)).stream())
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private Optional<LiveProcess> read(Row row) {
        String object = row.require(process.object);
        return metadata.current().find(object).flatMap(type -> read(row, type));
    }

    /** One that cannot be read any more holds for nothing, and says so in the log. */
    private Optional<LiveProcess> read(Row row, ObjectType type) {
        try {
            ProcessPlan plan = plans.getObject()
                    .live(row.id(), row.label(), type, row.require(process.field), row.require(process.live));
            return Optional.of(new LiveProcess(row.id(), row.label(), type.name(), plan));
        } catch (Refusal unfit) {
            LOG.error("process {} does not hold: {}", row.id(), unfit.problems());
            return Optional.empty();
        }
    }
}
