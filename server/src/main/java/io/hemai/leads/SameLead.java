package io.hemai.leads;

import io.hemai.accounts.SamePersonRule;
import org.springframework.stereotype.Component;

/** Leads compare with people of every kind. */
@Component
final class SameLead extends SamePersonRule {
    SameLead(LeadObject lead) {
        super(lead, lead.mobile, lead.email);
    }
}
