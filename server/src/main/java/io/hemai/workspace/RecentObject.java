package io.hemai.workspace;

import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectTrait;
import io.hemai.metadata.Trait;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** A record that somebody opened: the last hundred of each person, noted by the verb {@code open}. */
@Component
public final class RecentObject extends KeptRecord {
    /** What the record was called then. */
    public final Field<String> label = add(text("label").readOnly().naming());

    public final Field<Instant> openedAt =
            add(datetime("opened_at").required().readOnly().indexed());

    RecentObject() {
        super("recent", Trait.READ_ONLY, ObjectTrait.READ_ONLY, ObjectTrait.UNRECORDED);
    }

    @Override
    Field<String> label() {
        return label;
    }
}
