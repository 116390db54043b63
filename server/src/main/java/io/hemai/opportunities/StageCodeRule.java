package io.hemai.opportunities;

import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.kernel.RecordId;
import io.hemai.records.Change;
import io.hemai.records.ChangeSet;
import io.hemai.records.Records;
import io.hemai.records.Rule;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** A code means one stage of its pipeline. */
@Component
class StageCodeRule implements Rule {
    private static final SystemIdentity LOOKING_UP = new SystemIdentity("pipelines", "looks up codes of stages");

    private final StageObject stage;
    private final Records records;

    StageCodeRule(StageObject stage, Records records) {
        this.stage = stage;
        this.records = records;
    }

    @Override
    public String object() {
        return stage.name();
    }

    @Override
    public void apply(ChangeSet changes) {
        List<Change> made = new ArrayList<>();
        for (Change change : changes.sound(Change.Kind.CREATE)) {
            RecordId pipeline = change.value(stage.pipeline);
            String code = change.value(stage.code);
            if (pipeline != null && code != null) {
                change.set(stage.key, StageObject.key(pipeline, code));
                made.add(change);
            }
        }
        if (made.isEmpty()) {
            return;
        }
        Set<String> taken = taken(made);
        for (Change change : made) {
            if (!taken.add(change.row().require(stage.key))) {
                change.refuse(
                        stage.code, OpportunityError.CODE_TAKEN, change.row().require(stage.code));
            }
        }
    }

    /** The database holds it in any case; this says it better. */
    private Set<String> taken(List<Change> made) {
        List<RecordId> pipelines = made.stream()
                .map(change -> change.row().require(stage.pipeline))
                .distinct()
                .toList();
        Set<String> taken = new HashSet<>();
        Acting.run(
                LOOKING_UP,
                () -> records.linked(stage, stage.pipeline, pipelines)
                        .forEach(row ->
                                taken.add(StageObject.key(row.require(stage.pipeline), row.require(stage.code)))));
        return taken;
    }
}
