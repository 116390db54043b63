package io.hemai.calendar;

import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.kernel.Limits;
import io.hemai.kernel.RecordId;
import io.hemai.records.Change;
import io.hemai.records.ChangeSet;
import io.hemai.records.Query;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.records.Rule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A day is said once for a calendar, and has hours only when people work. */
@Component
final class WorkingDayRule implements Rule {
    private static final SystemIdentity LOOKING_UP = new SystemIdentity("calendar", "looks up days that are there");

    private final WorkingDayObject day;
    private final Records records;

    WorkingDayRule(WorkingDayObject day, Records records) {
        this.day = day;
        this.records = records;
    }

    @Override
    public String object() {
        return day.name();
    }

    @Override
    public void apply(ChangeSet changes) {
        List<Change> moved = new ArrayList<>();
        for (Change change : changes.written()) {
            WorkingCalendarRule.write(change, day.hours);
            if (change.value(day.kind) == DayKind.OFF && change.value(day.hours) != null) {
                change.refuse(day.hours, CalendarError.OFF_HAS_NO_HOURS);
            }
            LocalDate date = change.value(day.day);
            if (date != null) {
                change.set(day.key, WorkingDayObject.key(date, change.value(day.calendar)));
                moved.add(change);
            }
        }
        moved.removeIf(change -> !change.changes(day.key));
        if (!moved.isEmpty()) {
            refuseTaken(moved);
        }
    }

    /** The database holds it in any case; this says it better. */
    private void refuseTaken(List<Change> moved) {
        Map<String, RecordId> taken = taken(moved);
        for (Change change : moved) {
            RecordId other = taken.putIfAbsent(change.row().require(day.key), change.id());
            if (other != null && !other.equals(change.id())) {
                change.refuse(day.day, CalendarError.DAY_TAKEN, String.valueOf(change.value(day.day)));
            }
        }
    }

    private Map<String, RecordId> taken(List<Change> moved) {
        List<String> keys = moved.stream()
                .map(change -> change.row().require(day.key))
                .distinct()
                .toList();
        Map<String, RecordId> taken = new HashMap<>();
        Acting.run(LOOKING_UP, () -> {
            for (int from = 0; from < keys.size(); from += Limits.IN_VALUES) {
                List<String> some = keys.subList(from, Math.min(from + Limits.IN_VALUES, keys.size()));
                for (Row row :
                        records.list(Query.of(day).where(day.key.in(some)).limit(some.size()))) {
                    taken.put(row.require(day.key), row.id());
                }
            }
        });
        return taken;
    }
}
