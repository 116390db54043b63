package io.hemai.opportunities;

import io.hemai.kernel.Money;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectTrait;
import io.hemai.metadata.OnDelete;
import io.hemai.metadata.StandardObject;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A competitor that is met in a deal. */
@Component
public final class OpportunityCompetitorObject extends StandardObject {
    public final Field<RecordId> opportunity = add(master("opportunity", "opportunity", "competitors"));
    public final Field<RecordId> competitor =
            add(link("competitor", "competitor", "deals", OnDelete.RESTRICT).required());
    public final Field<String> threat = add(
            choice("threat", "high", "medium", "low").colored(Map.of("high", "red", "medium", "amber", "low", "grey")));
    /** What it asks, as far as is known. */
    public final Field<Money> price = add(price("price"));

    public final Field<String> note = add(longText("note"));

    OpportunityCompetitorObject() {
        super("opportunity_competitor", ObjectTrait.LINE);
    }
}
