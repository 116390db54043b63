package io.hemai.people;

import io.hemai.kernel.RecordId;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectTrait;
import io.hemai.metadata.OnDelete;
import io.hemai.metadata.StandardObject;
import io.hemai.metadata.fieldtype.LinkType;
import org.springframework.stereotype.Component;

/** A part of the company, under another part or at the top. */
@Component
public final class DepartmentObject extends StandardObject {
    public final Field<String> name = add(text("name").required().searchable().naming());
    public final Field<RecordId> parent =
            add(Field.of("parent", new LinkType("department", "department", OnDelete.RESTRICT, "children", false)));
    /** Who leads it. */
    public final Field<RecordId> manager =
            add(Field.of("manager", new LinkType("user", "user", OnDelete.CLEAR, "led_departments", false)));

    /** The hours of those who work in it and below; empty for those of the department above. */
    public final Field<RecordId> calendar = add(link("calendar", "working_calendar", "departments"));

    public DepartmentObject() {
        super("department", ObjectTrait.REFERENCE);
    }
}
