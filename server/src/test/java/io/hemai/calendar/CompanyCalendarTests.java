package io.hemai.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.kernel.RecordId;
import io.hemai.records.Records;
import io.hemai.tenancy.CurrentTenant;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** The calendars of a company: what it begins with, what it makes of it, and whose count. */
@HemaiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CompanyCalendarTests {
    private static final String CALENDARS = "/records/working_calendar";
    private static final String DAYS = "/records/working_day";
    private static final LocalDate MONDAY = LocalDate.of(2040, 1, 2);
    private static final LocalDate SATURDAY = MONDAY.plusDays(5);

    @Autowired
    TestTenants tenants;

    @Autowired
    CompanyCalendar ready;

    @Autowired
    WorkingTimes times;

    @Autowired
    WorkingDayObject day;

    @Autowired
    Records records;

    private TestTenant company;
    private Api admin;

    @BeforeAll
    void company() {
        company = tenants.fresh();
        admin = company.admin();
    }

    private <T> T in(Supplier<T> work) {
        return CurrentTenant.call(company.tenant(), () -> Acting.call(new SystemIdentity("test", "a test"), work));
    }

    private void prepareAgain() {
        in(() -> {
            ready.prepare(company.tenant());
            return true;
        });
    }

    private JsonNode days(String from, String to) {
        return admin.post(
                        DAYS + "/query",
                        Map.of(
                                "filter",
                                Map.of("field", "day", "op", "between", "value", List.of(from, to)),
                                "sort",
                                List.of("day"),
                                "limit",
                                200))
                .expect(200)
                .at("/items");
    }

    @Test
    void aCompanyInChinaBeginsWithItsHolidaysOnce() {
        assertThat(days("2026-10-01", "2026-10-10").findValuesAsString("kind"))
                .containsExactly("off", "off", "off", "off", "off", "off", "off", "working");
        JsonNode newYear = days("2025-01-01", "2025-01-01").get(0);
        assertThat(newYear.at("/name").asString()).isEqualTo("元旦");
        remove(DAYS + "/" + newYear.at("/id").asString());
        prepareAgain();
        assertThat(days("2025-01-01", "2025-01-01")).isEmpty();
        assertThat(admin.get(CALENDARS).raw()).contains("公司工作日历");
        assertThat(days("2024-01-01", "2026-12-31")).hasSize(28 + 8 + 28 + 5 + 33 + 6 - 1);
    }

    private void remove(String path) {
        admin.header("If-Match", admin.get(path).header("ETag")).delete(path).expect(204);
        admin.without("If-Match");
    }

    private String calendar(Map<String, Object> values) {
        return admin.post(CALENDARS, values).expect(201).text("id");
    }

    private String department(String name, String parent, String calendar) {
        Map<String, Object> values = new HashMap<>(Map.of("name", name));
        if (!parent.isEmpty()) {
            values.put("parent", parent);
        }
        if (!calendar.isEmpty()) {
            values.put("calendar", calendar);
        }
        return admin.post("/records/department", values).expect(201).text("id");
    }

    @Test
    void theNearestDepartmentAboveThatHasOneCounts() {
        String shifts = calendar(Map.of("name", "轮班", "saturday", "8:00－20:00"));
        String above = department("客服", "", shifts);
        String below = department("客服一组", above, "");
        String other = department("销售", "", "");
        assertThat(worksOn(below, SATURDAY)).isTrue();
        assertThat(worksOn(other, SATURDAY)).isFalse();
        assertThat(worksOn(null, SATURDAY)).isFalse();
        assertThat(worksOn(other, MONDAY)).isTrue();

        admin.post(DAYS, Map.of("name", "盘点", "day", SATURDAY, "kind", "working", "hours", "9:00-12:00"))
                .expect(201);
        admin.post(DAYS, Map.of("name", "轮休", "day", SATURDAY, "calendar", shifts))
                .expect(201);
        assertThat(worksOn(below, SATURDAY)).as("its own day says otherwise").isFalse();
        assertThat(worksOn(other, SATURDAY)).isTrue();
        remove(CALENDARS + "/" + shifts);
        assertThat(worksOn(below, SATURDAY)).as("the company's counts again").isTrue();
    }

    private boolean worksOn(@Nullable String department, LocalDate date) {
        RecordId of = department == null ? null : RecordId.parse(department).orElseThrow();
        return in(() -> times.at(Instant.parse("2040-01-01T00:00:00Z")).of(of).isWorkingDay(date));
    }

    @Test
    void hoursAreKeptOneWayAndAWeekHasSome() {
        String id = calendar(Map.of("name", "早班", "monday", "13:00～17:00 6:00-12:00"));
        assertThat(admin.get(CALENDARS + "/" + id).text("monday")).isEqualTo("06:00-12:00, 13:00-17:00");
        assertThat(admin.get(CALENDARS + "/" + id).text("friday")).isEqualTo(WorkingCalendarObject.USUAL);
        Map<String, Object> none = new HashMap<>(Map.of("name", "没有上班时间"));
        List.of("monday", "tuesday", "wednesday", "thursday", "friday").forEach(weekday -> none.put(weekday, null));
        admin.post(CALENDARS, none).refused(422, "calendar.no_hours");
        admin.post(CALENDARS, Map.of("name", "看不懂", "sunday", "朝九晚五")).refused(422, "calendar.unreadable_hours");
        admin.post(DAYS, Map.of("name", "有时段的休息日", "day", "2041-01-01", "hours", "09:00-10:00"))
                .refused(422, "calendar.off_has_no_hours");
    }

    @Test
    void aDayIsSaidOnceForACalendar() {
        Map<String, Object> said = Map.of("name", "厂庆", "day", "2041-05-04");
        admin.post(DAYS, said).expect(201);
        admin.post(DAYS, said).refused(409, "calendar.day_taken");
        Map<String, Object> own = new HashMap<>(said);
        own.put("calendar", calendar(Map.of("name", "二厂")));
        admin.post(DAYS, own).expect(201);
        admin.post(DAYS, own).refused(409, "calendar.day_taken");
        admin.post(
                        DAYS + "/batch",
                        Map.of(
                                "create",
                                List.of(
                                        Map.of("name", "一", "day", "2041-06-01"),
                                        Map.of("name", "二", "day", "2041-06-01"))))
                .refused(409, "calendar.day_taken");
    }

    @Test
    void theCompanyKeepsItsCalendarAndPeopleReadIt() {
        JsonNode own = admin.post(
                        CALENDARS + "/query", Map.of("filter", Map.of("field", "code", "op", "eq", "value", "company")))
                .expect(200)
                .at("/items/0");
        String path = CALENDARS + "/" + own.at("/id").asString();
        admin.header("If-Match", admin.get(path).header("ETag")).delete(path).refused(409, "calendar.company_stays");
        admin.without("If-Match");
        company.person("reader", "sales_manager");
        company.as("reader").get(path).expect(200);
        company.as("reader")
                .post(DAYS, Map.of("name", "自己放假", "day", "2041-07-01"))
                .expect(403);
    }
}
