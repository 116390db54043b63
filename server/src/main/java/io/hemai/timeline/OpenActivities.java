package io.hemai.timeline;

import io.hemai.kernel.Filter;
import io.hemai.people.OpenWork;
import org.springframework.stereotype.Component;

/** What was done stays with who did it. */
@Component
final class OpenActivities implements OpenWork {
    private final ActivityObject activity;

    OpenActivities(ActivityObject activity) {
        this.activity = activity;
    }

    @Override
    public String object() {
        return activity.name();
    }

    @Override
    public Filter open() {
        return Filter.none();
    }
}
