package io.hemai.workspace;

import io.hemai.notification.Notifications;
import io.hemai.records.Records;
import io.hemai.timeline.ActivityObject;
import org.springframework.stereotype.Component;

/** People named in an activity hear of it. */
@Component
final class ActivityMentionsReaction extends MentionsReaction {
    ActivityMentionsReaction(
            ActivityObject activity, MentionObject mention, Records records, Notifications notifications) {
        super(activity, activity.body, mention.activity, mention, records, notifications);
    }
}
