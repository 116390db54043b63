package io.hemai.workspace;

import io.hemai.metadata.Field;
import io.hemai.metadata.Trait;
import org.springframework.stereotype.Component;

/** A record or a saved list that somebody wants at hand. */
@Component
public final class FavouriteObject extends KeptRecord {
    /** What the record is called where nothing is given. */
    public final Field<String> label = add(text("label").required().derived().naming());

    public final Field<Long> position = add(count("position"));

    FavouriteObject() {
        super("favourite", Trait.FIXED);
    }

    @Override
    Field<String> label() {
        return label;
    }
}
