package io.hemai.merging;

import io.hemai.kernel.RecordId;
import io.hemai.metadata.StandardObject;
import io.hemai.metadata.fieldtype.About;
import io.hemai.records.StandardObjectContract;
import io.hemai.records.Values;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Autowired;

class MergeMoveObjectTests extends StandardObjectContract {
    @Autowired
    MergeMoveObject move;

    @Autowired
    MergeObject merge;

    @Override
    protected StandardObject object() {
        return move;
    }

    @Override
    protected Values example() {
        About kept = new About("account", RecordId.next());
        RecordId of = records.create(
                merge, Values.of(merge.survivor, kept).set(merge.mergedAt, Instant.parse("2026-01-01T00:00:00Z")));
        return Values.of(move.merge, of)
                .set(move.kind, MoveKind.MOVED)
                .set(move.record, new About("contact", RecordId.next()))
                .set(move.field, "account")
                .set(move.former, new About("account", RecordId.next()));
    }
}
