package io.hemai.opportunities;

import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectTrait;
import io.hemai.metadata.StandardObject;
import org.springframework.stereotype.Component;

/** The way that deals of a line of business take. */
@Component
public final class PipelineObject extends StandardObject {
    public final Field<String> name = add(text("name").required().naming());
    /** What {@code opportunity.pipeline} says. */
    public final Field<String> code = add(text("code").required().unique().fixed());

    public final Field<Boolean> active = add(bool("active").required().initially(true));

    PipelineObject() {
        super("pipeline", ObjectTrait.REFERENCE);
    }
}
