package io.hemai.calendar;

import io.hemai.kernel.Refusal;
import io.hemai.metadata.Field;
import io.hemai.records.Change;
import io.hemai.records.ChangeSet;
import io.hemai.records.Rule;
import org.springframework.stereotype.Component;

/** A week has hours, each written one way; the company keeps its own calendar. */
@Component
final class WorkingCalendarRule implements Rule {
    private final WorkingCalendarObject calendar;

    WorkingCalendarRule(WorkingCalendarObject calendar) {
        this.calendar = calendar;
    }

    @Override
    public String object() {
        return calendar.name();
    }

    @Override
    public void apply(ChangeSet changes) {
        changes.written().forEach(this::check);
        changes.sound(Change.Kind.DELETE).stream()
                .filter(change ->
                        WorkingCalendarObject.COMPANY.equals(change.row().value(calendar.code)))
                .forEach(change -> change.refuse(
                        null, CalendarError.COMPANY_STAYS, change.row().label()));
    }

    private void check(Change change) {
        calendar.week().forEach(day -> write(change, day));
        if (calendar.week().stream().allMatch(day -> change.value(day) == null)) {
            change.refuse(calendar.monday, CalendarError.NO_HOURS);
        }
    }

    /** Gives the field its hours as they are kept, or refuses them. */
    static void write(Change change, Field<String> field) {
        String said = change.value(field);
        if (said == null) {
            return;
        }
        try {
            change.set(field, Hours.read(said).text());
        } catch (Refusal none) {
            none.problems()
                    .forEach(problem ->
                            change.refuse(field, problem.code(), problem.args().toArray()));
        }
    }
}
