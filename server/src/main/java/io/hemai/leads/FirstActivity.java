package io.hemai.leads;

import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.kernel.Limits;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.CommonFields;
import io.hemai.records.Change;
import io.hemai.records.ChangeSet;
import io.hemai.records.Query;
import io.hemai.records.Reaction;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.records.Values;
import io.hemai.timeline.ActivityObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** A lead is being worked from the first time that somebody who may change it has to do with it. */
@Component
class FirstActivity implements Reaction {
    /** By this the status rule knows that only new leads are meant. */
    static final String WHY = "first activity";

    private static final SystemIdentity FOLLOWING = new SystemIdentity("lead status", WHY);

    private final LeadObject lead;
    private final ActivityObject activity;
    private final ObjectProvider<Records> records;

    FirstActivity(LeadObject lead, ActivityObject activity, ObjectProvider<Records> records) {
        this.lead = lead;
        this.activity = activity;
        this.records = records;
    }

    @Override
    public String object() {
        return activity.name();
    }

    @Override
    public void after(ChangeSet written) {
        List<RecordId> worked = written.sound(Change.Kind.CREATE).stream()
                .flatMap(c -> Stream.ofNullable(c.value(activity.lead)))
                .distinct()
                .toList();
        for (int from = 0; from < worked.size(); from += Limits.IN_VALUES) {
            List<RecordId> some = worked.subList(from, Math.min(from + Limits.IN_VALUES, worked.size()));
            begin(records.getObject(), some);
        }
    }

    private void begin(Records door, List<RecordId> some) {
        Query fresh = Query.of(lead)
                .where(CommonFields.ID.in(some).and(lead.status.is(LeadStatus.NEW)))
                .limit(Limits.IN_VALUES);
        List<RecordId> untouched = door.list(fresh).stream().map(Row::id).toList();
        Map<RecordId, Values> begun = new LinkedHashMap<>();
        door.changeable(door.type(lead), untouched)
                .keySet()
                .forEach(id -> begun.put(id, Values.of(lead.status, LeadStatus.WORKING)));
        Acting.run(FOLLOWING, () -> door.update(lead, begun, WHY));
    }
}
