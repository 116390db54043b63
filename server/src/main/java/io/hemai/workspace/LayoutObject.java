package io.hemai.workspace;

import io.hemai.access.Role;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectTrait;
import io.hemai.metadata.StandardObject;
import java.util.List;
import org.springframework.stereotype.Component;

/** How the interface lays out an object's records: the page, the form, the card on a board, the peek beside a list. */
@Component
public final class LayoutObject extends StandardObject {
    static final String PAGE = "page";
    static final String FORM = "form";

    /** What it lays out where nothing is given. */
    public final Field<String> name = add(text("name").required().derived().naming());

    public final Field<String> object = add(text("object").required().fixed().indexed());
    public final Field<String> kind =
            add(choice("kind", PAGE, FORM, "card", "peek").required());
    /** What stands in it says {@link LayoutForm}, of pages and forms. */
    public final Field<Object> definition = add(json("definition").required());
    /** For whose pages and forms it is meant; everybody's where nobody is named. */
    public final Field<List<String>> audience = add(openMultiChoice("audience", Role.EVERYONE));

    public final Field<Long> position = add(count("position"));

    LayoutObject() {
        super("layout", ObjectTrait.SHAPE);
    }
}
