package io.hemai.timeline;

import io.hemai.metadata.Metadata;
import io.hemai.records.Records;
import org.springframework.stereotype.Component;

/** An activity stands on the timeline of everything it concerns. */
@Component
final class ActivityConcernsRule extends ConcernsRule {
    ActivityConcernsRule(ActivityObject activity, Records records, Metadata metadata) {
        super(activity, records, metadata);
    }
}
