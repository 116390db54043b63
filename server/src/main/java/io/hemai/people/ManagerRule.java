package io.hemai.people;

import io.hemai.records.AcyclicRule;
import io.hemai.records.Records;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Nobody is, over others, above themselves; looked for when changes of people wait for one another already. */
@Component
@Order(20)
final class ManagerRule extends AcyclicRule {
    ManagerRule(UserObject user, Records records) {
        super(user, user.manager, records);
    }
}
