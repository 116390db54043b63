package io.hemai.processes;

import io.hemai.access.Gate;
import io.hemai.automation.DrawnPart;
import io.hemai.kernel.Filter;
import io.hemai.records.Records;
import io.hemai.records.Row;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Processes. */
@Component
@Order(75)
final class ProcessesPart extends DrawnPart {
    private final ProcessObject process;

    ProcessesPart(ProcessObject process, PublishProcess publish, PauseProcess pause, Records records, Gate gate) {
        super(
                new Kind(
                        process,
                        process.name,
                        process.object,
                        List.of(process.field, process.description, process.definition),
                        Filter.all(),
                        publish,
                        pause),
                records,
                gate);
        this.process = process;
    }

    @Override
    public String section() {
        return "processes";
    }

    @Override
    protected boolean isAtWork(Row row) {
        return row.value(process.status) == ProcessStatus.ACTIVE;
    }
}
