package io.hemai.accounts;

import io.hemai.kernel.text.CompanyName;
import io.hemai.records.Change;
import io.hemai.records.ChangeSet;
import io.hemai.records.Rule;
import org.springframework.stereotype.Component;

/** An account's name key follows its name. */
@Component
final class NameKeyRule implements Rule {
    private final AccountObject account;

    NameKeyRule(AccountObject account) {
        this.account = account;
    }

    @Override
    public String object() {
        return account.name();
    }

    @Override
    public void apply(ChangeSet changes) {
        for (Change change : changes.written()) {
            String name = change.value(account.name);
            if (name != null && change.changes(account.name)) {
                change.set(account.nameKey, CompanyName.key(name));
            }
        }
    }
}
