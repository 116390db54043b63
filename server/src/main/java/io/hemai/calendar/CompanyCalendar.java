package io.hemai.calendar;

import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.kernel.Limits;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.Wording;
import io.hemai.records.Query;
import io.hemai.records.Records;
import io.hemai.records.Values;
import io.hemai.tenancy.Tenant;
import io.hemai.tenancy.TenantSetup;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Gives each company a calendar, and the official days of its country, each year once: what is deleted there does not come back. */
@Component
@Order(62)
class CompanyCalendar implements TenantSetup {
    private static final Logger LOG = LoggerFactory.getLogger(CompanyCalendar.class);
    private static final SystemIdentity GIVING = new SystemIdentity("set-up", "the working calendar to begin with");

    private final WorkingCalendarObject calendar;
    private final WorkingDayObject day;
    private final GivenDaysObject given;
    private final Records records;
    private final Wording wording;

    CompanyCalendar(
            WorkingCalendarObject calendar,
            WorkingDayObject day,
            GivenDaysObject given,
            Records records,
            Wording wording) {
        this.calendar = calendar;
        this.day = day;
        this.given = given;
        this.records = records;
        this.wording = wording;
    }

    @Override
    public void prepare(Tenant tenant) {
        Acting.run(GIVING, () -> {
            if (!isThere()) {
                make(tenant);
            }
            Map<String, List<ReadyDays.Day>> years = ReadyDays.of(tenant.country(), tenant.locale()).stream()
                    .collect(Collectors.groupingBy(
                            one -> tenant.country() + " " + one.day().getYear(), TreeMap::new, Collectors.toList()));
            years.keySet().removeAll(given());
            years.forEach(this::attempt);
        });
    }

    private boolean isThere() {
        return records.find(Query.of(calendar).where(calendar.code.is(WorkingCalendarObject.COMPANY)))
                .isPresent();
    }

    /** Another node that starts may have been faster. */
    private void make(Tenant tenant) {
        try {
            records.create(
                    calendar,
                    Values.of(calendar.code, WorkingCalendarObject.COMPANY)
                            .set(calendar.name, wording.text("calendar.company", tenant.locale())));
        } catch (Refusal taken) {
            if (!isThere()) {
                throw taken;
            }
        }
    }

    /** What another node gives at this moment, or what the company made of its days refuses, keeps no company from its work. */
    private void attempt(String year, List<ReadyDays.Day> days) {
        try {
            give(year, days);
        } catch (Refusal unfit) {
            LOG.info("the days off of {} are not brought in", year, unfit);
        }
    }

    private Set<String> given() {
        return records.list(Query.of(given).limit(Limits.BATCH)).stream()
                .map(row -> row.require(given.name))
                .collect(Collectors.toSet());
    }

    /** What the company has said of a day itself stays. */
    private void give(String year, List<ReadyDays.Day> days) {
        records.together(() -> {
            records.create(given, Values.of(given.name, year));
            List<String> keys = days.stream()
                    .map(one -> WorkingDayObject.key(one.day(), null))
                    .toList();
            Set<String> said = records
                    .list(Query.of(day).where(day.key.in(keys)).limit(keys.size()))
                    .stream()
                    .map(row -> row.require(day.key))
                    .collect(Collectors.toSet());
            return records.create(
                    day,
                    days.stream()
                            .filter(one -> !said.contains(WorkingDayObject.key(one.day(), null)))
                            .map(one -> Values.of(day.name, one.name())
                                    .set(day.day, one.day())
                                    .set(day.kind, one.kind()))
                            .toList());
        });
    }
}
