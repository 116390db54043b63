package io.hemai.timeline;

import io.hemai.metadata.Metadata;
import io.hemai.records.Records;
import org.springframework.stereotype.Component;

/** A task stands on the timeline of everything it concerns. */
@Component
final class TaskConcernsRule extends ConcernsRule {
    TaskConcernsRule(TaskObject task, Records records, Metadata metadata) {
        super(task, records, metadata);
    }
}
