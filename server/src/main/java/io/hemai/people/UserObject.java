package io.hemai.people;

import io.hemai.kernel.RecordId;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectTrait;
import io.hemai.metadata.OnDelete;
import io.hemai.metadata.StandardObject;
import io.hemai.metadata.fieldtype.LinkType;
import java.util.List;
import org.springframework.stereotype.Component;

/** Somebody of the company who works with Hemai; switched off when they leave, never deleted. */
@Component
public final class UserObject extends StandardObject {
    public final Field<String> name = add(text("name").required().searchable().naming());
    /** The name as it is typed on a Latin keyboard, unless given. */
    public final Field<String> login =
            add(text("login").required().derived().unique().searchable());

    public final Field<String> email = add(email("email").searchable());
    public final Field<String> mobile = add(mobile("mobile").searchable());
    public final Field<RecordId> department =
            add(Field.of("department", new LinkType("department", "department", OnDelete.RESTRICT, "people", false)));
    public final Field<RecordId> manager =
            add(Field.of("manager", new LinkType("user", "user", OnDelete.CLEAR, "reports", false)));
    /** Names of the roles given. */
    public final Field<List<String>> roles = add(tags("roles"));
    /** Language of answers and mails; empty for the company's. */
    public final Field<String> locale = add(choice("locale", "zh-CN", "en"));
    /** Whose days count for the person; empty for the company's. */
    public final Field<String> timeZone = add(text("time_zone"));

    public final Field<Boolean> active = add(bool("active").initially(true));

    public UserObject() {
        super("user", ObjectTrait.KEPT, ObjectTrait.REFERENCE);
    }
}
