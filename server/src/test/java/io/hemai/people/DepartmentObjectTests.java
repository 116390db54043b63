package io.hemai.people;

import io.hemai.metadata.StandardObject;
import io.hemai.records.StandardObjectContract;
import io.hemai.records.Values;
import org.springframework.beans.factory.annotation.Autowired;

class DepartmentObjectTests extends StandardObjectContract {
    @Autowired
    DepartmentObject department;

    @Override
    protected StandardObject object() {
        return department;
    }

    @Override
    protected Values example() {
        return Values.of(department.name, "华东销售");
    }
}
