package io.hemai.demo;

import io.hemai.accounts.AccountObject;
import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.kernel.Filter;
import io.hemai.kernel.Op;
import io.hemai.kernel.RecordId;
import io.hemai.leads.LeadObject;
import io.hemai.metadata.CommonFields;
import io.hemai.opportunities.OpportunityObject;
import io.hemai.people.DepartmentObject;
import io.hemai.people.UserObject;
import io.hemai.products.ProductObject;
import io.hemai.records.Query;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.records.Values;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Turns the bound tenant, when nobody has worked in it yet, into the demo company. Written a chunk to a transaction; what is
 * interrupted goes on with the next call where it stopped, since the company's department remembers the day it is told for and
 * whether the end was reached.
 */
@Component
class DemoCompany {
    /** Key of the department that stands for the company. */
    static final String COMPANY = "company";

    private static final SystemIdentity TELLING = new SystemIdentity("demo", "fills the demo company");
    private static final long SEED = 2026;
    private static final String NAME = "精工软件";
    private static final String MARK = "demo-company-";
    private static final String UNFINISHED = MARK + "unfinished-";

    private final Records records;
    private final List<Chapter> chapters;
    private final DepartmentObject department;
    private final UserObject user;
    private final List<String> worked;
    private final Clock clock;

    DemoCompany(
            Records records,
            ObjectProvider<Chapter> chapters,
            DepartmentObject department,
            UserObject user,
            LeadObject lead,
            AccountObject account,
            OpportunityObject opportunity,
            ProductObject product,
            Clock clock) {
        this.records = records;
        this.chapters = chapters.orderedStream().toList();
        this.department = department;
        this.user = user;
        this.worked = Stream.of(lead, account, opportunity, product)
                .map(o -> o.name())
                .toList();
        this.clock = clock;
    }

    /** Writes what is missing of the demo company; the people who are to sign in, none when there is nothing to write. */
    List<Row> fill() {
        return Acting.call(TELLING, () -> {
            Optional<Row> marked = marked();
            if (marked.isPresent()) {
                String mark = marked.get().require(CommonFields.EXTERNAL_ID);
                return mark.startsWith(UNFINISHED)
                        ? tell(marked.get().id(), LocalDate.parse(mark.substring(UNFINISHED.length())))
                        : List.<Row>of();
            }
            return isUntouched() ? begin() : List.<Row>of();
        });
    }

    /** Whether it was begun here at least. */
    boolean isThere() {
        return Acting.call(TELLING, () -> marked().isPresent());
    }

    /** Whether nobody has worked here yet; else the demo company would be in the way. */
    private boolean isUntouched() {
        return Acting.call(
                TELLING,
                () -> worked.stream().allMatch(o -> records.find(Query.of(o)).isEmpty())
                        && records.count(user.name(), Filter.all()) <= 1);
    }

    private List<Row> begin() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), WorkCalendar.ZONE);
        RecordId company = company(department.parent.isEmpty())
                .map(Row::id)
                .orElseGet(() -> records.create(department, Values.of(department.name, NAME)));
        records.update(
                department,
                company,
                Values.of(department.name, NAME).set(CommonFields.EXTERNAL_ID, UNFINISHED + today));
        return tell(company, today);
    }

    private Optional<Row> marked() {
        return company(Filter.leaf(CommonFields.EXTERNAL_ID.name(), Op.STARTS_WITH, MARK));
    }

    private Optional<Row> company(Filter which) {
        return records.find(Query.of(department).where(which));
    }

    private List<Row> tell(RecordId company, LocalDate today) {
        DemoPlan plan = DemoPlan.of(SEED, today);
        Keys keys = new Keys();
        keys.put(COMPANY, company);
        chapters.forEach(chapter -> chapter.write(plan, keys));
        records.update(department, company, Values.of(CommonFields.EXTERNAL_ID, MARK + today));
        List<String> people = plan.people().stream()
                .map(p -> DemoRecords.externalId(Keys.person(p.login())))
                .toList();
        return records.list(
                Query.of(user).where(CommonFields.EXTERNAL_ID.in(people)).limit(people.size()));
    }
}
