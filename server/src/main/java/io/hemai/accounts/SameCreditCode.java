package io.hemai.accounts;

import io.hemai.records.DuplicateKey;
import io.hemai.records.DuplicateRule;
import io.hemai.records.Row;
import java.util.List;
import org.springframework.stereotype.Component;

/** No two accounts are the same registered organisation. */
@Component
final class SameCreditCode implements DuplicateRule {
    private final AccountObject account;

    SameCreditCode(AccountObject account) {
        this.account = account;
    }

    @Override
    public String object() {
        return account.name();
    }

    @Override
    public String name() {
        return "credit_code";
    }

    @Override
    public boolean blocks() {
        return true;
    }

    @Override
    public List<DuplicateKey> keys(Row record) {
        String code = record.value(account.creditCode);
        return code == null ? List.of() : List.of(new DuplicateKey(account.creditCode, code));
    }
}
