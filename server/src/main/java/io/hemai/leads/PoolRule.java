package io.hemai.leads;

import io.hemai.metadata.CommonFields;
import io.hemai.records.Change;
import io.hemai.records.ChangeSet;
import io.hemai.records.Rule;
import org.springframework.stereotype.Component;

/** What is in a pool is nobody's, and what is somebody's or converted is in no pool. */
@Component
final class PoolRule implements Rule {
    private final LeadObject lead;

    PoolRule(LeadObject lead) {
        this.lead = lead;
    }

    @Override
    public String object() {
        return lead.name();
    }

    @Override
    public void apply(ChangeSet changes) {
        for (Change change : changes.written()) {
            if (change.value(lead.status) == LeadStatus.CONVERTED) {
                change.set(lead.pool, null);
            }
            boolean owned = change.value(CommonFields.OWNER) != null;
            boolean chosen = change.given(CommonFields.OWNER) && change.changes(CommonFields.OWNER);
            if (owned && change.value(lead.pool) != null) {
                if (chosen) {
                    change.set(lead.pool, null);
                } else {
                    change.set(CommonFields.OWNER, null);
                }
            }
            if (change.changes(CommonFields.OWNER) && !change.given(lead.assignedAt)) {
                change.set(lead.assignedAt, change.value(CommonFields.OWNER) == null ? null : changes.now());
            }
        }
    }
}
