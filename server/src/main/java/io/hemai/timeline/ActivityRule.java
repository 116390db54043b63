package io.hemai.timeline;

import io.hemai.records.Change;
import io.hemai.records.ChangeSet;
import io.hemai.records.Rule;
import org.springframework.stereotype.Component;

/** An activity happens now unless another time is given, and is called by the first line of its text unless it has a subject. */
@Component
final class ActivityRule implements Rule {
    private static final int LONGEST_SUBJECT = 80;

    private final ActivityObject activity;

    ActivityRule(ActivityObject activity) {
        this.activity = activity;
    }

    @Override
    public String object() {
        return activity.name();
    }

    @Override
    public void apply(ChangeSet changes) {
        for (Change change : changes.written()) {
            if (change.value(activity.happenedAt) == null) {
                change.set(activity.happenedAt, changes.now());
            }
            String body = change.value(activity.body);
            if (change.value(activity.subject) == null && body != null) {
                change.set(activity.subject, firstLine(body));
            }
        }
    }

    private static String firstLine(String body) {
        String line = body.lines().findFirst().orElse(body).strip();
        return line.codePointCount(0, line.length()) <= LONGEST_SUBJECT
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_SUBJECT - 1)) + "…";
    }
}
