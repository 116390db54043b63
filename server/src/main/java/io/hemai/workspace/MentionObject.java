package io.hemai.workspace;

import io.hemai.kernel.RecordId;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectTrait;
import io.hemai.metadata.OnDelete;
import io.hemai.metadata.StandardObject;
import io.hemai.metadata.fieldtype.About;
import io.hemai.metadata.fieldtype.AboutType;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** That somebody was named in a comment or an activity; it belongs to the person named. */
@Component
public final class MentionObject extends StandardObject {
    /** Who named the person. */
    public final Field<String> name = add(text("name").readOnly().naming());

    public final Field<RecordId> user = add(user("user").readOnly());
    public final Field<RecordId> by = add(user("by").readOnly());
    /** What the talk is about. */
    public final Field<About> about =
            add(Field.of("about", new AboutType()).readOnly().indexed());

    public final Field<RecordId> comment =
            add(link("comment", "comment", "mentions", OnDelete.CASCADE).readOnly());
    public final Field<RecordId> activity =
            add(link("activity", "activity", "mentions", OnDelete.CASCADE).readOnly());
    /** Empty as long as the person has not seen it. */
    public final Field<Instant> seenAt = add(datetime("seen_at").readOnly().indexed());

    MentionObject() {
        super("mention", ObjectTrait.OWNED, ObjectTrait.PERSONAL, ObjectTrait.READ_ONLY);
    }
}
