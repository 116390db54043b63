package io.hemai.correspondence;

import io.hemai.metadata.CommonFields;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectTrait;
import io.hemai.metadata.StandardObject;
import org.springframework.stereotype.Component;

/** Words for mails that are written again and again, with places for what a record says: <code>{{name}}</code>. */
@Component
public final class MailTemplateObject extends StandardObject {
    public final Field<String> name = add(text("name").required().searchable().naming());
    /** Name of the object whose records it fits; empty where it fits any. */
    public final Field<String> object = add(text("object"));

    public final Field<String> subject = add(text("subject").required().searchable());
    public final Field<String> body = add(richText("body").required());

    MailTemplateObject() {
        super("mail_template", ObjectTrait.OWNED);
        section("main", name, object, subject, body);
        section("owner", CommonFields.OWNER, CommonFields.DEPARTMENT);
    }
}
