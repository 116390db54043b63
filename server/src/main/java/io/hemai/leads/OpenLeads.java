package io.hemai.leads;

import io.hemai.kernel.Filter;
import io.hemai.people.OpenWork;
import java.util.List;
import org.springframework.stereotype.Component;

/** Leads that are decided stay with who decided. */
@Component
final class OpenLeads implements OpenWork {
    private final LeadObject lead;

    OpenLeads(LeadObject lead) {
        this.lead = lead;
    }

    @Override
    public String object() {
        return lead.name();
    }

    @Override
    public Filter open() {
        return lead.status.in(List.of(LeadStatus.NEW, LeadStatus.WORKING, LeadStatus.QUALIFIED));
    }
}
