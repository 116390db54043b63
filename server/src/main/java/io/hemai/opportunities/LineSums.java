package io.hemai.opportunities;

import io.hemai.kernel.RecordId;
import io.hemai.records.Change;
import io.hemai.records.ChangeSet;
import io.hemai.records.Reaction;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.records.Values;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** When lines change, so does the amount of their deal. */
@Component
class LineSums implements Reaction {
    /** By this the rule that sums knows that any amount will do. */
    static final String WHY = "opportunity_line";

    private final OpportunityLineObject line;
    private final OpportunityObject opportunity;
    private final ObjectProvider<Records> records;

    LineSums(OpportunityLineObject line, OpportunityObject opportunity, ObjectProvider<Records> records) {
        this.line = line;
        this.opportunity = opportunity;
        this.records = records;
    }

    @Override
    public String object() {
        return line.name();
    }

    @Override
    public void after(ChangeSet written) {
        Map<RecordId, Values> deals = new LinkedHashMap<>();
        for (Change change : written.sound()) {
            RecordId deal = change.value(line.opportunity);
            if (deal != null && changesSum(change) && !change.isAlong(deal)) {
                deals.put(deal, Values.none());
            }
        }
        if (deals.isEmpty()) {
            return;
        }
        // the amount as it stands: the rule that sums puts the sum in its place
        Map<RecordId, Row> standing = new HashMap<>(records.getObject().rows(opportunity.name(), deals.keySet()));
        deals.keySet().retainAll(standing.keySet());
        deals.forEach((id, values) -> values.set(
                opportunity.amount, Objects.requireNonNull(standing.get(id)).value(opportunity.amount)));
        records.getObject().update(opportunity, deals, WHY);
    }

    /** What goes or comes back with its deal needs no new sum. */
    private boolean changesSum(Change change) {
        return switch (change.kind()) {
            case CREATE, UPDATE -> change.changes(line.total);
            case DELETE, RESTORE -> true;
        };
    }
}
