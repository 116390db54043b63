package io.hemai.people;

import io.hemai.records.AcyclicRule;
import io.hemai.records.Records;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** No department is, over others, part of itself; looked for when changes of departments wait for one another already. */
@Component
@Order(20)
final class DepartmentTreeRule extends AcyclicRule {
    DepartmentTreeRule(DepartmentObject department, Records records) {
        super(department, department.parent, records);
    }
}
