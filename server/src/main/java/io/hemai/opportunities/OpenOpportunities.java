package io.hemai.opportunities;

import io.hemai.kernel.Filter;
import io.hemai.people.OpenWork;
import org.springframework.stereotype.Component;

/** Deals that are won or lost stay with who won or lost them. */
@Component
final class OpenOpportunities implements OpenWork {
    private final OpportunityObject opportunity;

    OpenOpportunities(OpportunityObject opportunity) {
        this.opportunity = opportunity;
    }

    @Override
    public String object() {
        return opportunity.name();
    }

    @Override
    public Filter open() {
        return opportunity.status.is(OpportunityStatus.OPEN);
    }
}
