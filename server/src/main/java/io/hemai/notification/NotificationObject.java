package io.hemai.notification;

import io.hemai.kernel.RecordId;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectTrait;
import io.hemai.metadata.StandardObject;
import io.hemai.metadata.fieldtype.About;
import io.hemai.metadata.fieldtype.AboutType;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** That a person was told something; it belongs to that person. */
@Component
public final class NotificationObject extends StandardObject {
    /** What was told, in the person's language; it never names the record, which is read where it is shown. */
    public final Field<String> name = add(text("name").readOnly().naming());

    public final Field<String> body = add(longText("body").readOnly());
    public final Field<String> kind = add(openChoice("kind", "mention", "assigned", "mail", "flow", "approval")
            .readOnly()
            .indexed());
    /** The record, the last one where there are several. */
    public final Field<About> about =
            add(Field.of("about", new AboutType()).readOnly().indexed());
    /** Who set it off; empty when Hemai did. */
    public final Field<RecordId> by = add(user("by").readOnly());
    /** How many happenings it tells of. */
    public final Field<Long> count = add(count("count").readOnly());

    public final Field<Instant> toldAt = add(datetime("told_at").readOnly().indexed());
    /** Empty as long as the person has not seen it. */
    public final Field<Instant> seenAt = add(datetime("seen_at").readOnly().indexed());
    /** When a mail tells it too, unless it was seen before; empty for never, or when that is done. */
    public final Field<Instant> mailAt = add(datetime("mail_at").readOnly().indexed());
    /** Person and happening in one, where it is told once; so the database holds that. */
    public final Field<String> key = add(text("key").readOnly().unique());
    /** Whence it comes, where much may come at a time. */
    public final Field<String> origin = add(text("origin").readOnly());

    NotificationObject() {
        super("notification", ObjectTrait.OWNED, ObjectTrait.PERSONAL, ObjectTrait.READ_ONLY);
    }
}
