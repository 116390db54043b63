package io.hemai.accounts;

import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectTrait;
import io.hemai.metadata.StandardObject;
import org.springframework.stereotype.Component;

/** Where what nobody looks after waits for somebody to claim it (公海). */
@Component
public final class PoolObject extends StandardObject {
    public final Field<String> name =
            add(text("name").required().unique().searchable().naming());
    public final Field<String> description = add(text("description"));
    public final Field<Boolean> active = add(bool("active").required().initially(true));

    PoolObject() {
        super("pool", ObjectTrait.REFERENCE);
    }
}
