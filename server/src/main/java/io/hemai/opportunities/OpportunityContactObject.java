package io.hemai.opportunities;

import io.hemai.accounts.DecisionRole;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectTrait;
import io.hemai.metadata.OnDelete;
import io.hemai.metadata.StandardObject;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A person in the decision about a deal: one link of the decision chain. */
@Component
public final class OpportunityContactObject extends StandardObject {
    public final Field<RecordId> opportunity = add(master("opportunity", "opportunity", "contacts"));
    public final Field<RecordId> contact =
            add(link("contact", "contact", "decisions", OnDelete.CASCADE).required());
    public final Field<DecisionRole> role = add(choice("role", DecisionRole.class));
    public final Field<String> influence = add(choice("influence", "high", "medium", "low")
            .colored(Map.of("high", "violet", "medium", "slate", "low", "grey")));
    public final Field<String> attitude = add(choice("attitude", "supporter", "neutral", "opponent", "unknown")
            .colored(Map.of("supporter", "green", "neutral", "slate", "opponent", "red", "unknown", "grey")));
    public final Field<String> concerns = add(longText("concerns"));

    OpportunityContactObject() {
        super("opportunity_contact", ObjectTrait.LINE);
    }
}
