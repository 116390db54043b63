package io.hemai.approvals;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hemai.kernel.RecordId;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.StandardObject;
import io.hemai.people.UserObject;
import io.hemai.records.StandardObjectContract;
import io.hemai.records.Values;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class DelegationObjectTests extends StandardObjectContract {
    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);

    @Autowired
    DelegationObject delegation;

    @Autowired
    UserObject user;

    @Override
    protected StandardObject object() {
        return delegation;
    }

    @Override
    protected Values example() {
        // logins come of names, and are unique
        return to(records.create(user, Values.of(user.name, "王芳" + RecordId.next())), DAY.plusDays(4));
    }

    private Values to(RecordId delegate, LocalDate end) {
        return Values.of(delegation.name, "年假")
                .set(delegation.delegate, delegate)
                .set(delegation.startsOn, DAY)
                .set(delegation.endsOn, end);
    }

    @Test
    void itEndsAfterItStartsAndIsForSomebodyElse() {
        RecordId one = company.call(() -> records.create(user, Values.of(user.name, "李强")));
        assertThatThrownBy(() -> company.call(() -> records.create(delegation, to(one, DAY.minusDays(1)))))
                .hasMessageContaining("approval.ends_before_start");
        assertThatThrownBy(() -> company.call(
                        () -> records.create(delegation, to(one, DAY).set(CommonFields.OWNER, one))))
                .hasMessageContaining("approval.same_person");
    }
}
