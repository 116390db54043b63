package io.hemai.workspace;

import io.hemai.metadata.Metadata;
import io.hemai.records.Records;
import io.hemai.records.store.Labels;
import org.springframework.stereotype.Component;

/** That a person opened a record is noted once. */
@Component
final class RecentRule extends KeptRule {
    RecentRule(RecentObject recent, Records records, Metadata metadata, Labels labels) {
        super(recent, records, metadata, labels);
    }
}
