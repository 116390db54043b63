package io.hemai.testing;

import io.hemai.kernel.RecordId;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectTrait;
import io.hemai.metadata.OnDelete;
import io.hemai.metadata.StandardObject;
import org.springframework.stereotype.Component;

/** A visiting card: an object of tests with everything that people search by. */
@Component
public final class CardObject extends StandardObject {
    public final Field<String> name = add(text("name").required().searchable().naming());
    public final Field<String> mobile = add(phone("mobile").searchable());
    public final Field<String> company = add(text("company").searchable());
    public final Field<String> remark = add(longText("remark").searchable());
    public final Field<RecordId> sample = add(link("sample", "sample", "cards", OnDelete.CLEAR));

    public CardObject() {
        super("card", ObjectTrait.OWNED);
    }
}
