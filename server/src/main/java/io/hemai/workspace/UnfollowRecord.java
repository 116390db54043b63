package io.hemai.workspace;

import io.hemai.identity.Acting;
import io.hemai.identity.UserIdentity;
import io.hemai.metadata.fieldtype.About;
import io.hemai.records.Query;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.records.verb.NoInput;
import org.springframework.stereotype.Component;

/** Spares the person what becomes of the record. */
@Component
final class UnfollowRecord extends OfRecords<Following> {
    private final FollowObject follow;
    private final Records records;

    UnfollowRecord(FollowObject follow, Records records) {
        this.follow = follow;
        this.records = records;
    }

    @Override
    public String name() {
        return "unfollow";
    }

    @Override
    public Following run(Row record, NoInput input) {
        About about = new About(record.type().name(), record.id());
        Acting.user()
                .map(UserIdentity::user)
                .flatMap(person -> records.find(Query.of(follow).where(follow.key.is(KeptRecord.key(person, about)))))
                .ifPresent(followed -> records.delete(follow, followed.id()));
        return new Following(false);
    }
}
