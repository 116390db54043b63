package io.hemai.demo;

import io.hemai.demo.DemoPlan.About;
import io.hemai.demo.DemoPlan.Activity;
import io.hemai.demo.DemoPlan.Task;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.CommonFields;
import io.hemai.records.Values;
import io.hemai.timeline.ActivityKind;
import io.hemai.timeline.ActivityObject;
import io.hemai.timeline.TaskObject;
import io.hemai.timeline.TaskPriority;
import io.hemai.timeline.TimelineObject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What was done with customers, and what is to do. */
@Component
@Order(70)
class TimelineChapter implements Chapter {
    /** How long before it is due a task is thought of. */
    private static final Duration AHEAD = Duration.ofDays(3);

    private final DemoRecords demo;
    private final ActivityObject activity;
    private final TaskObject task;

    TimelineChapter(DemoRecords demo, ActivityObject activity, TaskObject task) {
        this.demo = demo;
        this.activity = activity;
        this.task = task;
    }

    @Override
    public void write(DemoPlan plan, Keys keys) {
        List<Draft> activities = new ArrayList<>();
        for (Activity told : plan.activities()) {
            activities.add(new Draft("activity-" + activities.size(), values(told, keys)));
        }
        demo.write(activity, activities, keys);
        Instant latest = WorkCalendar.at(plan.today(), java.time.LocalTime.MIN);
        List<Draft> tasks = new ArrayList<>();
        for (Task told : plan.tasks()) {
            tasks.add(new Draft("task-" + tasks.size(), values(told, latest, keys)));
        }
        demo.write(task, tasks, keys);
    }

    private Values values(Activity told, Keys keys) {
        RecordId owner = keys.owner(told.owner());
        Values values = Past.since(told.happenedAt(), owner)
                .set(CommonFields.OWNER, owner)
                .set(activity.kind, ActivityKind.valueOf(told.kind().toUpperCase(Locale.ROOT)))
                .set(activity.subject, told.subject())
                .set(activity.body, told.body())
                .set(activity.happenedAt, told.happenedAt());
        return concerning(values, activity, told.about(), keys);
    }

    private Values values(Task told, Instant latest, Keys keys) {
        RecordId owner = keys.owner(told.owner());
        Values values = Past.since(thoughtOf(told, latest), owner)
                .set(CommonFields.OWNER, owner)
                .set(task.subject, told.subject())
                .set(task.priority, TaskPriority.valueOf(told.priority().toUpperCase(Locale.ROOT)))
                .set(task.dueAt, told.dueAt())
                .set(task.doneAt, told.doneAt());
        return concerning(values, task, told.about(), keys);
    }

    private static Instant thoughtOf(Task told, Instant latest) {
        Instant end = told.doneAt() != null && told.doneAt().isBefore(told.dueAt()) ? told.doneAt() : told.dueAt();
        Instant before = end.minus(AHEAD);
        return before.isBefore(latest) ? before : latest;
    }

    private static Values concerning(Values values, TimelineObject object, About about, Keys keys) {
        return values.set(object.lead, keys.of(about.lead()))
                .set(object.account, keys.of(about.account()))
                .set(object.contact, keys.of(about.contact()))
                .set(object.opportunity, keys.of(about.deal()));
    }
}
