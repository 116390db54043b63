package io.hemai.workspace;

import io.hemai.identity.Acting;
import io.hemai.identity.UserIdentity;
import io.hemai.metadata.fieldtype.About;
import io.hemai.records.Query;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.records.Values;
import io.hemai.records.verb.NoInput;
import java.util.List;
import org.springframework.stereotype.Component;

/** Lets the person hear of what becomes of the record. */
@Component
final class FollowRecord extends OfRecords<Following> {
    private final FollowObject follow;
    private final Records records;

    FollowRecord(FollowObject follow, Records records) {
        this.follow = follow;
        this.records = records;
    }

    @Override
    public String name() {
        return "follow";
    }

    @Override
    public Following run(Row record, NoInput input) {
        About about = new About(record.type().name(), record.id());
        Acting.user().map(UserIdentity::user).ifPresent(person -> {
            String key = KeptRecord.key(person, about);
            records.alone(List.of(follow.name() + " " + key));
            if (records.find(Query.of(follow).where(follow.key.is(key))).isEmpty()) {
                records.create(follow, Values.of(follow.record, about));
            }
        });
        return new Following(true);
    }
}
