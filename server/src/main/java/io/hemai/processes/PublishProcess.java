package io.hemai.processes;

import io.hemai.access.RightsVersion;
import io.hemai.automation.DrawnVerb;
import io.hemai.automation.GivenFlows;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectType;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.records.Values;
import io.hemai.records.verb.NoInput;
import org.springframework.stereotype.Component;

/** Has the process hold as it is drawn now, and its flows be at work. */
@Component
final class PublishProcess extends DrawnVerb {
    private final ProcessObject process;
    private final ProcessPlans plans;
    private final GivenFlows flows;
    private final RightsVersion version;
    private final Records records;
    private final Metadata metadata;

    PublishProcess(
            ProcessObject process,
            ProcessPlans plans,
            GivenFlows flows,
            RightsVersion version,
            Records records,
            Metadata metadata) {
        super(process, "publish");
        this.process = process;
        this.plans = plans;
        this.flows = flows;
        this.version = version;
        this.records = records;
        this.metadata = metadata;
    }

    @Override
    public Row run(Row seen, NoInput input) {
        return records.together(() -> {
            Row drawn = records.lock(process, seen.id());
            ObjectType type = metadata.current().require(drawn.require(process.object));
            Object definition = drawn.require(process.definition);
            ProcessPlan plan = plans.drawn(drawn.id(), drawn.label(), type, drawn.require(process.field), definition);
            records.update(
                    process,
                    drawn.id(),
                    Values.of(process.status, ProcessStatus.ACTIVE).set(process.live, definition),
                    name());
            flows.keep(drawn.id().toString(), type.name(), plan.flows());
            version.raise();
            return records.read(process, drawn.id());
        });
    }
}
