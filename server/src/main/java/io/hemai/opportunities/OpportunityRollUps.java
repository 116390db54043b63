package io.hemai.opportunities;

import io.hemai.accounts.AccountObject;
import io.hemai.kernel.Filter;
import io.hemai.records.RollUp;
import io.hemai.records.RollUps;
import io.hemai.timeline.ActivityObject;
import java.util.List;
import org.springframework.stereotype.Component;

/** What an account's deals are worth, and when a deal was last worked on. */
@Component
final class OpportunityRollUps implements RollUps {
    private final AccountObject account;
    private final OpportunityObject opportunity;
    private final ActivityObject activity;

    OpportunityRollUps(AccountObject account, OpportunityObject opportunity, ActivityObject activity) {
        this.account = account;
        this.opportunity = opportunity;
        this.activity = activity;
    }

    @Override
    public List<RollUp> all() {
        return List.of(
                RollUp.sum(
                        account,
                        account.openAmount,
                        opportunity,
                        opportunity.account,
                        opportunity.amount,
                        opportunity.status.is(OpportunityStatus.OPEN)),
                RollUp.sum(
                        account,
                        account.wonAmount,
                        opportunity,
                        opportunity.account,
                        opportunity.amount,
                        opportunity.status.is(OpportunityStatus.WON)),
                RollUp.latest(
                        opportunity,
                        opportunity.lastActivityAt,
                        activity,
                        activity.opportunity,
                        activity.happenedAt,
                        Filter.all()));
    }
}
