package io.hemai.workspace;

import io.hemai.access.Role;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectTrait;
import io.hemai.metadata.StandardObject;
import java.util.List;
import org.springframework.stereotype.Component;

/** Figures that somebody looks at together. */
@Component
public final class DashboardObject extends StandardObject {
    public final Field<String> name = add(text("name").required().naming());
    public final Field<List<String>> audience =
            add(openMultiChoice("audience", Role.EVERYONE).audience());
    public final Field<Object> settings = add(jsonObject("settings"));
    public final Field<Long> position = add(count("position"));

    DashboardObject() {
        super("dashboard", ObjectTrait.OWNED, ObjectTrait.PERSONAL);
    }
}
