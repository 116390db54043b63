package io.hemai.timeline;

import io.hemai.metadata.Metadata;
import io.hemai.records.Records;
import org.springframework.stereotype.Component;

/** An attachment stands on the timeline of everything it concerns. */
@Component
final class AttachmentConcernsRule extends ConcernsRule {
    AttachmentConcernsRule(AttachmentObject attachment, Records records, Metadata metadata) {
        super(attachment, records, metadata);
    }
}
