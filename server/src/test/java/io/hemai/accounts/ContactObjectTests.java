package io.hemai.accounts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hemai.kernel.RecordId;
import io.hemai.metadata.StandardObject;
import io.hemai.records.Query;
import io.hemai.records.Row;
import io.hemai.records.StandardObjectContract;
import io.hemai.records.Values;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ContactObjectTests extends StandardObjectContract {
    @Autowired
    ContactObject contact;

    @Autowired
    AccountObject account;

    @Autowired
    JobMoveObject move;

    @Override
    protected StandardObject object() {
        return contact;
    }

    @Override
    protected Values example() {
        return Values.of(contact.name, "欧阳娜娜")
                .set(contact.account, employer("华南电子"))
                .set(contact.mobile, "+8613800138000")
                .set(contact.decisionRole, DecisionRole.CHAMPION)
                .set(contact.preferredTimes, List.of("morning", "evening"))
                .set(contact.birthday, LocalDate.of(1988, 2, 29));
    }

    private RecordId employer(String name) {
        return records.create(account, Values.of(account.name, name));
    }

    @Test
    void aFormerJobIsRemembered() {
        RecordId id = company.call(() -> records.create(contact, example().set(contact.title, "采购主管")));
        Row before = company.call(() -> records.read(contact, id));
        company.run(() -> records.update(
                contact, id, Values.of(contact.account, employer("新东家")).set(contact.title, "采购总监")));
        List<Row> jobs = company.call(() -> records.list(Query.of(move).where(move.contact.is(id))));
        assertThat(jobs).singleElement().satisfies(job -> {
            assertThat(job.value(move.account)).isEqualTo(before.value(contact.account));
            assertThat(job.value(move.title)).isEqualTo("采购主管");
        });
    }

    @Test
    void nobodyReportsToThemselves() {
        RecordId boss = company.call(() -> records.create(contact, Values.of(contact.name, "a")));
        RecordId staff = company.call(
                () -> records.create(contact, Values.of(contact.name, "b").set(contact.reportsTo, boss)));
        assertThatThrownBy(() -> company.run(() -> records.update(contact, boss, Values.of(contact.reportsTo, staff))))
                .hasMessage("record.cycle");
    }
}
