package io.hemai.notification;

import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectTrait;
import io.hemai.metadata.StandardObject;
import java.util.List;
import org.springframework.stereotype.Component;

/** How a person wants to be told, by kind of notification, and when mails may come; without one it is as a new one begins. */
@Component
public final class NotificationSettingObject extends StandardObject {
    static final long LAST_HOUR = 23;
    /** The hour of the daily mail. */
    static final long DIGEST_AT = 9;

    /** Whose it is, as the database holds that there is but one. */
    public final Field<String> key = add(text("key").readOnly().unique().naming());

    public final Field<Way> approval = add(way("approval", Way.MAIL));
    public final Field<Way> mention = add(way("mention", Way.DIGEST));
    public final Field<Way> assigned = add(way("assigned", Way.DIGEST));
    public final Field<Way> flow = add(way("flow", Way.APP));
    /** What customers write. */
    public final Field<Way> mail = add(way("mail", Way.MAIL));
    /** Hours of the person's day between which no mail comes, over midnight too; none where one is empty. */
    public final Field<Long> quietFrom = add(integer("quiet_from", 0, LAST_HOUR));

    public final Field<Long> quietUntil = add(integer("quiet_until", 0, LAST_HOUR));
    public final Field<Long> digestAt =
            add(integer("digest_at", 0, LAST_HOUR).required().initially(DIGEST_AT));

    NotificationSettingObject() {
        super("notification_setting", ObjectTrait.OWNED, ObjectTrait.PERSONAL, ObjectTrait.UNRECORDED);
    }

    private static Field<Way> way(String kind, Way usual) {
        return choice(kind, Way.class).required().initially(usual);
    }

    /** One for each kind of notification, by its name. */
    List<Field<Way>> kinds() {
        return List.of(approval, mention, assigned, mail, flow);
    }
}
