package io.hemai.workspace;

import io.hemai.metadata.Metadata;
import io.hemai.records.Records;
import io.hemai.records.store.Labels;
import org.springframework.stereotype.Component;

/** A person follows a record once. */
@Component
final class FollowRule extends KeptRule {
    FollowRule(FollowObject follow, Records records, Metadata metadata, Labels labels) {
        super(follow, records, metadata, labels);
    }
}
