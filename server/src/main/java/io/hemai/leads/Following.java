package io.hemai.leads;

import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.fieldtype.About;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.records.Values;
import io.hemai.timeline.TimelineObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Lets the history of a lead follow it: nothing that was done or is to do gets lost when it is converted, seen or not. */
@Component
class Following {
    private static final String WHY = "convert";
    private static final SystemIdentity MOVING = new SystemIdentity("lead conversion", WHY);

    private final List<TimelineObject> timelines;
    private final Records records;

    Following(List<TimelineObject> timelines, Records records) {
        this.timelines = List.copyOf(timelines);
        this.records = records;
    }

    /** Links everything about the lead to what it became, and keeps its link to the lead. */
    void follow(RecordId lead, Outcome outcome) {
        Acting.run(MOVING, () -> timelines.forEach(timeline -> follow(timeline, lead, outcome)));
    }

    private void follow(TimelineObject timeline, RecordId lead, Outcome outcome) {
        Map<RecordId, Values> moved = new LinkedHashMap<>();
        for (Row row : records.linked(timeline, timeline.lead, List.of(lead))) {
            Values values = Values.of(timeline.lead, lead)
                    .set(timeline.account, first(row.value(timeline.account), outcome.account()))
                    .set(timeline.contact, first(row.value(timeline.contact), outcome.contact()))
                    .set(timeline.opportunity, first(row.value(timeline.opportunity), outcome.opportunity()));
            if (new About("lead", lead).equals(row.value(timeline.about))) {
                values.set(timeline.about, outcome.about());
            }
            moved.put(row.id(), values);
        }
        records.update(timeline, moved, WHY);
    }

    private static @Nullable RecordId first(@Nullable RecordId standing, @Nullable RecordId made) {
        return standing == null ? made : standing;
    }
}
