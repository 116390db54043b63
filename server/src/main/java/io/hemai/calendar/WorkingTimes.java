package io.hemai.calendar;

import io.hemai.access.Departments;
import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.kernel.Filter;
import io.hemai.kernel.Limits;
import io.hemai.kernel.Op;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.Field;
import io.hemai.people.DepartmentObject;
import io.hemai.records.Query;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.records.Sort;
import io.hemai.tenancy.CurrentTenant;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The working time of the company and of its departments, by the company's clock. */
@Component
public class WorkingTimes {
    private static final SystemIdentity READING = new SystemIdentity("calendar", "working time is counted");
    /** What began before may still be counted. */
    private static final int DAYS_BACK = 400;

    private final Records records;
    private final WorkingCalendarObject calendar;
    private final WorkingDayObject exception;
    private final DepartmentObject department;

    WorkingTimes(
            Records records, WorkingCalendarObject calendar, WorkingDayObject exception, DepartmentObject department) {
        this.records = records;
        this.calendar = calendar;
        this.exception = exception;
        this.department = department;
    }

    /** As the bound tenant's calendars stand; nothing is read before somebody asks, and nothing twice. */
    public Current at(Instant now) {
        return new Current(now);
    }

    /** The calendars at one moment. */
    public final class Current {
        private final Instant now;
        private final Map<RecordId, WorkingTime> counted = new HashMap<>();
        private @Nullable List<Row> calendars;
        private @Nullable List<Row> days;
        private @Nullable Departments tree;
        private final Map<RecordId, RecordId> own = new HashMap<>();

        private Current(Instant now) {
            this.now = now;
        }

        /** Of who works in the department: by the calendar of the nearest one above that has one, else by the company's. */
        public WorkingTime of(@Nullable RecordId in) {
            return Acting.call(READING, () -> {
                Row chosen = chosen(in);
                return counted.computeIfAbsent(chosen.id(), id -> count(chosen));
            });
        }

        private Row chosen(@Nullable RecordId in) {
            RecordId wanted = in == null ? null : nearest(in);
            return calendars().stream()
                    .filter(row -> row.id().equals(wanted))
                    .findFirst()
                    .orElseGet(() -> calendars().stream()
                            .filter(row -> WorkingCalendarObject.COMPANY.equals(row.value(calendar.code)))
                            .findFirst()
                            .orElseThrow(() -> new IllegalStateException("the company has no calendar")));
        }

        private @Nullable RecordId nearest(RecordId in) {
            return tree().upFrom(in).stream()
                    .map(own::get)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .orElse(null);
        }

        private Departments tree() {
            if (tree == null) {
                List<Row> all = records.list(Query.of(department).limit(Limits.BATCH));
                all.stream()
                        .filter(row -> row.value(department.calendar) != null)
                        .forEach(row -> own.put(row.id(), row.require(department.calendar)));
                tree = new Departments(all.stream()
                        .map(row -> new Departments.Node(
                                row.id(), row.value(department.parent), row.value(department.manager)))
                        .toList());
            }
            return tree;
        }

        private List<Row> calendars() {
            if (calendars == null) {
                calendars = records.list(Query.of(calendar).limit(Limits.BATCH));
            }
            return calendars;
        }

        private List<Row> days() {
            if (days == null) {
                LocalDate since = LocalDate.ofInstant(now, zone()).minusDays(DAYS_BACK);
                days = records.list(Query.of(exception)
                        .where(Filter.leaf(exception.day.name(), Op.GE, since))
                        .sort(Sort.by(exception.day))
                        .limit(Limits.BATCH));
            }
            return days;
        }

        private WorkingTime count(Row row) {
            Map<DayOfWeek, Hours> week = new EnumMap<>(DayOfWeek.class);
            int weekday = 0;
            for (Field<String> day : calendar.week()) {
                Hours hours = Hours.read(row.value(day));
                weekday++;
                if (!hours.isNone()) {
                    week.put(DayOfWeek.of(weekday), hours);
                }
            }
            Hours usual = week.values().stream().findFirst().orElse(Hours.NONE);
            Map<LocalDate, Hours> otherwise = new HashMap<>();
            days().stream()
                    .filter(day -> day.value(exception.calendar) == null)
                    .forEach(day -> otherwise.put(day.require(exception.day), hours(day, usual)));
            days().stream()
                    .filter(day -> row.id().equals(day.value(exception.calendar)))
                    .forEach(day -> otherwise.put(day.require(exception.day), hours(day, usual)));
            return new WorkingTime(week, otherwise, zone());
        }

        private Hours hours(Row day, Hours usual) {
            if (day.require(exception.kind) == DayKind.OFF) {
                return Hours.NONE;
            }
            String said = day.value(exception.hours);
            return said == null ? usual : Hours.read(said);
        }

        /** By whose clock they work. */
        public ZoneId zone() {
            return CurrentTenant.get().zone();
        }
    }
}
