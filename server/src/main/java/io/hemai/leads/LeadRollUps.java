package io.hemai.leads;

import io.hemai.kernel.Filter;
import io.hemai.records.RollUp;
import io.hemai.records.RollUps;
import io.hemai.timeline.ActivityObject;
import java.util.List;
import org.springframework.stereotype.Component;

/** When a lead was last worked on. */
@Component
final class LeadRollUps implements RollUps {
    private final LeadObject lead;
    private final ActivityObject activity;

    LeadRollUps(LeadObject lead, ActivityObject activity) {
        this.lead = lead;
        this.activity = activity;
    }

    @Override
    public List<RollUp> all() {
        return List.of(
                RollUp.latest(lead, lead.lastActivityAt, activity, activity.lead, activity.happenedAt, Filter.all()));
    }
}
