package io.hemai.leads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hemai.accounts.AccountObject;
import io.hemai.accounts.ContactObject;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.StandardObject;
import io.hemai.records.Bin;
import io.hemai.records.Change;
import io.hemai.records.Records;
import io.hemai.records.Values;
import io.hemai.records.WriteOptions;
import io.hemai.tenancy.Tenants;
import io.hemai.testing.Company;
import io.hemai.testing.HemaiTest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HemaiTest
class DuplicateTests {
    @Autowired
    Records records;

    @Autowired
    Bin bin;

    @Autowired
    Tenants tenants;

    @Autowired
    LeadObject lead;

    @Autowired
    ContactObject contact;

    @Autowired
    AccountObject account;

    private Company company;

    @BeforeEach
    void work() {
        company = Company.in(tenants);
    }

    private RecordId asked(StandardObject object, WriteOptions options, Map<String, Object> json) {
        return asked(object, options, List.of(json)).getFirst();
    }

    private List<RecordId> asked(StandardObject object, WriteOptions options, List<Map<String, Object>> json) {
        return company.call(() -> {
            List<Change> changes = json.stream()
                    .map(values -> Change.create(records.type(object), Map.copyOf(values), false))
                    .toList();
            records.write(records.type(object), changes, options);
            return changes.stream().map(Change::id).toList();
        });
    }

    private static String mobile() {
        return "+86138" + ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999);
    }

    @Test
    void theSameMobileIsAWarningAcrossLeadsAndContacts() {
        String mobile = mobile();
        RecordId first = asked(lead, WriteOptions.USUAL, Map.of("name", "王芳", "mobile", mobile));
        assertThatThrownBy(() -> asked(contact, WriteOptions.USUAL, Map.of("name", "小王", "mobile", mobile)))
                .isInstanceOfSatisfying(Refusal.class, refused -> {
                    assertThat(refused.code().code()).isEqualTo("record.duplicate");
                    assertThat(refused.problems().getFirst().field()).isEqualTo("mobile");
                    assertThat(refused.extras().get("candidates"))
                            .isEqualTo(List.of(Map.of("object", "lead", "id", first.toString(), "label", "王芳")));
                });
        assertThatCode(() ->
                        asked(contact, WriteOptions.USUAL.allowingDuplicates(), Map.of("name", "小王", "mobile", mobile)))
                .doesNotThrowAnyException();
    }

    @Test
    void anAddressIsTheSameInAnyCase() {
        String at = "@d" + RecordId.next() + ".example.com";
        asked(lead, WriteOptions.USUAL, Map.of("name", "a", "email", "Wang.Fang" + at));
        assertThatThrownBy(() -> asked(lead, WriteOptions.USUAL, Map.of("name", "b", "email", "wang.fang" + at)))
                .hasMessage("record.duplicate");
    }

    @Test
    void onlyWhatARecordGainsIsHeldAgainstIt() {
        String mobile = mobile();
        asked(lead, WriteOptions.USUAL, Map.of("name", "a", "mobile", mobile));
        RecordId second = asked(lead, WriteOptions.USUAL.allowingDuplicates(), Map.of("name", "b", "mobile", mobile));
        company.run(() -> records.write(
                records.type(lead),
                List.of(Change.update(records.type(lead), second, null, Map.of("title", "经理"), false)),
                WriteOptions.USUAL));
        String other = mobile();
        asked(lead, WriteOptions.USUAL, Map.of("name", "c", "mobile", other));
        assertThatThrownBy(() -> company.run(() -> records.write(
                        records.type(lead),
                        List.of(Change.update(records.type(lead), second, null, Map.of("mobile", other), false)),
                        WriteOptions.USUAL)))
                .hasMessage("record.duplicate");
    }

    @Test
    void aBatchIsLookedAtWithinItself() {
        String mobile = mobile();
        assertThatThrownBy(() -> asked(
                        lead,
                        WriteOptions.USUAL,
                        List.of(
                                Map.of("name", "a", "mobile", mobile),
                                Map.of("name", "b", "mobile", mobile()),
                                Map.of("name", "c", "mobile", mobile))))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refused -> assertThat(refused.problems())
                                .singleElement()
                                .satisfies(p -> assertThat(p.index()).isEqualTo(2)));
    }

    @Test
    void whatIsDeletedOrChangedIsNoDuplicateUntilItComesBack() {
        String mobile = mobile();
        RecordId first = asked(lead, WriteOptions.USUAL, Map.of("name", "a", "mobile", mobile));
        company.run(() -> records.delete(lead, first));
        RecordId second = asked(lead, WriteOptions.USUAL, Map.of("name", "b", "mobile", mobile));
        company.run(() -> records.update(lead, second, Values.of(lead.mobile, mobile())));
        company.run(() -> bin.restore("lead", first));
        assertThatThrownBy(() -> asked(lead, WriteOptions.USUAL, Map.of("name", "c", "mobile", mobile)))
                .hasMessage("record.duplicate");
    }

    @Test
    void accountsWarnOnTheNameAndBlockOnTheCode() {
        String name = "重复" + RecordId.next();
        String code = "91110000600037341L";
        asked(account, WriteOptions.USUAL.allowingDuplicates(), Map.of("name", name + "有限公司"));
        assertThatThrownBy(() -> asked(account, WriteOptions.USUAL, Map.of("name", name + "股份有限公司")))
                .hasMessage("record.duplicate");
        asked(account, WriteOptions.USUAL, Map.of("name", "C" + RecordId.next(), "credit_code", code));
        assertThatThrownBy(() -> asked(
                        account,
                        WriteOptions.USUAL.allowingDuplicates(),
                        Map.of("name", "D" + RecordId.next(), "credit_code", code)))
                .hasMessage("record.duplicate_blocked");
    }
}
