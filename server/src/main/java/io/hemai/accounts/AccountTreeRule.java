package io.hemai.accounts;

import io.hemai.records.AcyclicRule;
import io.hemai.records.Records;
import org.springframework.stereotype.Component;

/** No account belongs, over others, to itself. */
@Component
final class AccountTreeRule extends AcyclicRule {
    AccountTreeRule(AccountObject account, Records records) {
        super(account, account.parent, records);
    }
}
