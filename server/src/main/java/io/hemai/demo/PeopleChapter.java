package io.hemai.demo;

import io.hemai.demo.DemoPlan.Person;
import io.hemai.kernel.RecordId;
import io.hemai.people.DepartmentObject;
import io.hemai.people.UserObject;
import io.hemai.records.Records;
import io.hemai.records.Values;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The departments, their heads, and who works for them. */
@Component
@Order(10)
class PeopleChapter implements Chapter {
    private final DemoRecords demo;
    private final Records records;
    private final DepartmentObject department;
    private final UserObject user;

    PeopleChapter(DemoRecords demo, Records records, DepartmentObject department, UserObject user) {
        this.demo = demo;
        this.records = records;
        this.department = department;
        this.user = user;
    }

    @Override
    public void write(DemoPlan plan, Keys keys) {
        RecordId company = keys.require(DemoCompany.COMPANY);
        demo.write(
                department,
                plan.departments().stream()
                        .map(d -> new Draft(
                                Keys.department(d.key()),
                                Values.of(department.name, d.name()).set(department.parent, company)))
                        .toList(),
                keys);
        List<Person> heads =
                plan.people().stream().filter(p -> p.manager() == null).toList();
        List<Person> others =
                plan.people().stream().filter(p -> p.manager() != null).toList();
        demo.write(user, heads.stream().map(p -> draft(p, keys)).toList(), keys);
        demo.write(user, others.stream().map(p -> draft(p, keys)).toList(), keys);
        lead(heads, keys);
    }

    private Draft draft(Person person, Keys keys) {
        return new Draft(
                Keys.person(person.login()),
                Values.of(user.login, person.login())
                        .set(user.name, person.name())
                        .set(user.email, person.login() + "@jinggong.example.com")
                        .set(user.department, keys.require(Keys.department(person.department())))
                        .set(user.manager, keys.owner(person.manager()))
                        .set(user.roles, List.of(person.role())));
    }

    private void lead(List<Person> heads, Keys keys) {
        Map<RecordId, Values> led = new LinkedHashMap<>();
        for (Person head : heads) {
            led.put(
                    keys.require(Keys.department(head.department())),
                    Values.of(department.manager, keys.owner(head.login())));
        }
        records.update(department, led, null);
    }
}
