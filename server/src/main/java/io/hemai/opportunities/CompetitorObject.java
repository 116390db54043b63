package io.hemai.opportunities;

import io.hemai.metadata.CommonFields;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectTrait;
import io.hemai.metadata.StandardObject;
import org.springframework.stereotype.Component;

/** A company that is met in deals. */
@Component
public final class CompetitorObject extends StandardObject {
    public final Field<String> name =
            add(text("name").required().unique().searchable().naming());
    public final Field<String> website = add(url("website"));
    public final Field<String> strengths = add(longText("strengths"));
    public final Field<String> weaknesses = add(longText("weaknesses"));
    /** What to say against it. */
    public final Field<String> answers = add(longText("answers"));

    CompetitorObject() {
        super("competitor", ObjectTrait.OWNED);
        section("main", name, website, CommonFields.OWNER, CommonFields.DEPARTMENT);
        section("play", strengths, weaknesses, answers);
    }
}
