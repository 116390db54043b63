package io.hemai.workspace;

import io.hemai.metadata.Field;
import io.hemai.metadata.Trait;
import org.springframework.stereotype.Component;

/** A record whose changes somebody wants to hear of. */
@Component
public final class FollowObject extends KeptRecord {
    /** What the record is called. */
    public final Field<String> label = add(text("label").required().derived().naming());

    FollowObject() {
        super("follow", Trait.FIXED);
    }

    @Override
    Field<String> label() {
        return label;
    }
}
