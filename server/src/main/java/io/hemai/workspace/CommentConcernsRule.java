package io.hemai.workspace;

import io.hemai.metadata.Metadata;
import io.hemai.records.Records;
import io.hemai.timeline.ConcernsRule;
import org.springframework.stereotype.Component;

/** A comment stands on the timeline of everything it concerns. */
@Component
final class CommentConcernsRule extends ConcernsRule {
    CommentConcernsRule(CommentObject comment, Records records, Metadata metadata) {
        super(comment, records, metadata);
    }
}
