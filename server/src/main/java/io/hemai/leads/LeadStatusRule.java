package io.hemai.leads;

import io.hemai.records.Change;
import io.hemai.records.ChangeSet;
import io.hemai.records.Row;
import io.hemai.records.Rule;
import org.springframework.stereotype.Component;

/** A lead is converted by converting it, and stays so; one that is worked is not made new again by its first call. */
@Component
final class LeadStatusRule implements Rule {
    private final LeadObject lead;

    LeadStatusRule(LeadObject lead) {
        this.lead = lead;
    }

    @Override
    public String object() {
        return lead.name();
    }

    @Override
    public void apply(ChangeSet changes) {
        boolean past = changes.options().migrating();
        for (Change change : changes.written()) {
            if (FirstActivity.WHY.equals(change.why()) && change.previous(lead.status) != LeadStatus.NEW) {
                change.set(lead.status, change.previous(lead.status));
            }
            if (change.changes(lead.status)) {
                check(change, past);
            }
            if (change.value(lead.status) != LeadStatus.UNQUALIFIED
                    && change.previous(lead.unqualifiedReason) != null) {
                change.set(lead.unqualifiedReason, null);
            }
        }
    }

    private void check(Change change, boolean past) {
        Row before = change.before();
        if (before != null && lead.isConverted(before) && !past) {
            change.refuse(lead.status, LeadError.ALREADY_CONVERTED);
        } else if (change.value(lead.status) == LeadStatus.CONVERTED && !past && !change.given(lead.convertedAt)) {
            change.refuse(lead.status, LeadError.CONVERT_ONLY);
        }
    }
}
