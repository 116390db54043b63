package io.hemai.workspace;

import io.hemai.metadata.Metadata;
import io.hemai.records.Records;
import io.hemai.records.store.Labels;
import org.springframework.stereotype.Component;

/** A record is a person's favourite once. */
@Component
final class FavouriteRule extends KeptRule {
    FavouriteRule(FavouriteObject favourite, Records records, Metadata metadata, Labels labels) {
        super(favourite, records, metadata, labels);
    }
}
