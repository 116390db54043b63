package io.hemai.workspace;

import io.hemai.access.PeopleSource;
import io.hemai.metadata.Metadata;
import io.hemai.records.Records;
import io.hemai.timeline.ActivityObject;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** An activity names people who may read what it is about. */
@Component
final class ActivityMentionsRule extends MentionsRule {
    ActivityMentionsRule(
            ActivityObject activity, Records records, Metadata metadata, ObjectProvider<PeopleSource> people) {
        super(activity, activity.body, records, metadata, people);
    }
}
