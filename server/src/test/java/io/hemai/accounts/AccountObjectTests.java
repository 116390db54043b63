package io.hemai.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hemai.kernel.Money;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.StandardObject;
import io.hemai.metadata.fieldtype.Address;
import io.hemai.records.StandardObjectContract;
import io.hemai.records.Values;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class AccountObjectTests extends StandardObjectContract {
    @Autowired
    AccountObject account;

    @Override
    protected StandardObject object() {
        return account;
    }

    @Override
    protected Values example() {
        return Values.of(account.name, "上海精研机械有限公司")
                .set(account.industry, "manufacturing")
                .set(account.region, "310115")
                .set(account.address, new Address("310115", "张江路 88 号", "201203"))
                .set(account.website, "https://www.example.com")
                .set(account.employees, 320L)
                .set(account.annualRevenue, Money.of("120000000", "CNY"))
                .set(account.tier, "a")
                .set(account.tags, List.of("重点"));
    }

    private RecordId named(String name, @Nullable RecordId parent) {
        return company.call(
                () -> records.create(account, Values.of(account.name, name).set(account.parent, parent)));
    }

    @Test
    void theNameKeyLeavesTheLegalFormOut() {
        RecordId id = company.call(() -> records.create(account, example()));
        assertThat(company.call(() -> records.read(account, id)).value(account.nameKey))
                .isEqualTo("上海精研机械");
    }

    @Test
    void aGroupCannotBelongToItsOwnSubsidiary() {
        RecordId group = named("集团", null);
        RecordId company1 = named("子公司", group);
        RecordId company2 = named("孙公司", company1);
        assertThatThrownBy(() -> company.run(() -> records.update(account, group, Values.of(account.parent, company2))))
                .hasMessage("record.cycle");
        assertThatThrownBy(() -> company.run(() -> records.update(account, group, Values.of(account.parent, group))))
                .hasMessage("record.cycle");
    }
}
