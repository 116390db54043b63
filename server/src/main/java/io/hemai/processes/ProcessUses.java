package io.hemai.processes;

import io.hemai.identity.Acting;
import io.hemai.kernel.Limits;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.custom.ShapeUse;
import io.hemai.records.Query;
import io.hemai.records.Records;
import io.hemai.records.Row;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which processes would lose their ground with an object or field: as they are drawn, and as they hold. */
@Component
final class ProcessUses implements ShapeUse {
    private final ProcessObject process;
    private final ProcessPlans plans;
    private final Records records;
    private final Metadata metadata;

    ProcessUses(ProcessObject process, ProcessPlans plans, Records records, Metadata metadata) {
        this.process = process;
        this.plans = plans;
        this.records = records;
        this.metadata = metadata;
    }

    @Override
    public List<String> users(String object, @Nullable String field) {
        return Acting.call(
                LiveProcesses.LOOKING,
                () -> records.list(Query.of(process).limit(Limits.BATCH)).stream()
                        .filter(row -> uses(row, object, field))
                        .map(Row::label)
                        .toList());
    }

    private boolean uses(Row row, String object, @Nullable String field) {
        String about = row.require(process.object);
        return (field == null && about.equals(object))
                || metadata.current()
                        .find(about)
                        .filter(type -> Stream.of(row.value(process.definition), row.value(process.live))
                                .filter(Objects::nonNull)
                                .anyMatch(definition -> uses(row, type, definition, object, field)))
                        .isPresent();
    }

    /** What can no longer be read uses nothing that is there. */
    private boolean uses(Row row, ObjectType type, Object definition, String object, @Nullable String field) {
        try {
            return plans.live(row.id(), row.label(), type, row.require(process.field), definition).used().stream()
                    .anyMatch(used -> used.object().equals(object)
                            && (field == null || used.field().equals(field)));
        } catch (Refusal unfit) {
            return false;
        }
    }
}
