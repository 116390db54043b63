package io.hemai.accounts;

import io.hemai.merging.Mergeable;
import org.springframework.stereotype.Component;

/** Accounts can be merged. */
@Component
final class MergeableAccounts implements Mergeable {
    private final AccountObject account;

    MergeableAccounts(AccountObject account) {
        this.account = account;
    }

    @Override
    public String object() {
        return account.name();
    }
}
