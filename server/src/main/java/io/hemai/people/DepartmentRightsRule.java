package io.hemai.people;

import io.hemai.access.RightsVersion;
import io.hemai.records.Change;
import io.hemai.records.ChangeSet;
import io.hemai.records.Rule;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Who changes the tree of departments changes what people see. */
@Component
@Order(10)
class DepartmentRightsRule implements Rule {
    private final DepartmentObject department;
    private final RightsVersion rights;

    DepartmentRightsRule(DepartmentObject department, RightsVersion rights) {
        this.department = department;
        this.rights = rights;
    }

    @Override
    public String object() {
        return department.name();
    }

    @Override
    public void apply(ChangeSet changes) {
        if (changes.sound().stream().anyMatch(this::concernsRights)) {
            rights.raise();
        }
    }

    private boolean concernsRights(Change change) {
        return change.kind() != Change.Kind.UPDATE
                || change.changes(department.parent)
                || change.changes(department.manager);
    }
}
