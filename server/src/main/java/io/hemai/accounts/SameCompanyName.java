package io.hemai.accounts;

import io.hemai.records.DuplicateKey;
import io.hemai.records.DuplicateRule;
import io.hemai.records.Row;
import java.util.List;
import org.springframework.stereotype.Component;

/** Accounts of one name, but for the legal form, are likely one company. */
@Component
final class SameCompanyName implements DuplicateRule {
    private final AccountObject account;

    SameCompanyName(AccountObject account) {
        this.account = account;
    }

    @Override
    public String object() {
        return account.name();
    }

    @Override
    public String name() {
        return "company_name";
    }

    @Override
    public boolean blocks() {
        return false;
    }

    @Override
    public List<DuplicateKey> keys(Row record) {
        String key = record.value(account.nameKey);
        return key == null ? List.of() : List.of(new DuplicateKey(account.name, key));
    }
}
