package io.hemai.processes;

import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectTrait;
import io.hemai.metadata.StandardObject;
import org.springframework.stereotype.Component;

/** The way of an object's records through the values of a choice. What it is to be is drawn first and published then. */
@Component
public final class ProcessObject extends StandardObject {
    public final Field<String> name = add(text("name").required().naming());
    public final Field<String> object = add(text("object").required().fixed().indexed());
    /** The choice through whose values records move. */
    public final Field<String> field = add(text("field").required().fixed());

    public final Field<String> description = add(longText("description"));
    /** What it is to be, in the form of {@link Drawn}. */
    public final Field<Object> definition = add(jsonObject("definition").required());
    /** What holds; empty until it is published. */
    public final Field<Object> live = add(jsonObject("live").readOnly());

    public final Field<ProcessStatus> status = add(choice("status", ProcessStatus.class)
            .readOnly()
            .initially(ProcessStatus.DRAFT)
            .indexed());

    ProcessObject() {
        super("process", ObjectTrait.SHAPE);
    }
}
