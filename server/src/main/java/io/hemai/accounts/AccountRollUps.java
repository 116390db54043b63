package io.hemai.accounts;

import io.hemai.kernel.Filter;
import io.hemai.records.RollUp;
import io.hemai.records.RollUps;
import io.hemai.timeline.ActivityObject;
import java.util.List;
import org.springframework.stereotype.Component;

/** When companies and people were last dealt with. */
@Component
final class AccountRollUps implements RollUps {
    private final AccountObject account;
    private final ContactObject contact;
    private final ActivityObject activity;

    AccountRollUps(AccountObject account, ContactObject contact, ActivityObject activity) {
        this.account = account;
        this.contact = contact;
        this.activity = activity;
    }

    @Override
    public List<RollUp> all() {
        return List.of(
                RollUp.latest(
                        account, account.lastActivityAt, activity, activity.account, activity.happenedAt, Filter.all()),
                RollUp.latest(
                        contact,
                        contact.lastActivityAt,
                        activity,
                        activity.contact,
                        activity.happenedAt,
                        Filter.all()));
    }
}
