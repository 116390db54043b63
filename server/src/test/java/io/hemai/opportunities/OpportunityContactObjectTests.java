package io.hemai.opportunities;

import io.hemai.accounts.ContactObject;
import io.hemai.accounts.DecisionRole;
import io.hemai.metadata.StandardObject;
import io.hemai.records.StandardObjectContract;
import io.hemai.records.Values;
import org.springframework.beans.factory.annotation.Autowired;

class OpportunityContactObjectTests extends StandardObjectContract {
    @Autowired
    OpportunityContactObject chain;

    @Autowired
    OpportunityObject opportunity;

    @Autowired
    ContactObject contact;

    @Override
    protected StandardObject object() {
        return chain;
    }

    @Override
    protected Values example() {
        return Values.of(chain.opportunity, records.create(opportunity, Values.of(opportunity.name, "检测线")))
                .set(chain.contact, records.create(contact, Values.of(contact.name, "王芳")))
                .set(chain.role, DecisionRole.DECISION_MAKER)
                .set(chain.influence, "high");
    }
}
