package io.hemai.processes;

import io.hemai.access.RightsVersion;
import io.hemai.automation.DrawnVerb;
import io.hemai.automation.GivenFlows;
import io.hemai.kernel.Refusal;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.records.Values;
import io.hemai.records.verb.NoInput;
import org.springframework.stereotype.Component;

/** Has a process hold for nothing until it is published again. */
@Component
final class PauseProcess extends DrawnVerb {
    private final ProcessObject process;
    private final GivenFlows flows;
    private final RightsVersion version;
    private final Records records;

    PauseProcess(ProcessObject process, GivenFlows flows, RightsVersion version, Records records) {
        super(process, "pause");
        this.process = process;
        this.flows = flows;
        this.version = version;
        this.records = records;
    }

    @Override
    public Row run(Row seen, NoInput input) {
        return records.together(() -> {
            if (records.lock(process, seen.id()).value(process.status) != ProcessStatus.ACTIVE) {
                throw Refusal.of(ProcessError.NOT_ACTIVE, seen.label());
            }
            records.update(process, seen.id(), Values.of(process.status, ProcessStatus.PAUSED), name());
            flows.rest(seen.id().toString());
            version.raise();
            return records.read(process, seen.id());
        });
    }
}
