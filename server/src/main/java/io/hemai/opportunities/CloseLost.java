package io.hemai.opportunities;

import io.hemai.records.Row;
import io.hemai.records.Values;
import io.hemai.records.verb.Asked;
import io.hemai.records.verb.Verb;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The deal is lost, for a reason. */
@Component
final class CloseLost implements Verb<CloseLost.Input, Row> {
    private final OpportunityObject opportunity;
    private final Closing closing;

    CloseLost(OpportunityObject opportunity, Closing closing) {
        this.opportunity = opportunity;
        this.closing = closing;
    }

    /** Why; and more words on it. */
    record Input(
            @Asked(like = "loss_reason", required = true) @Nullable
            String lossReason,

            @Asked(like = "close_note") @Nullable String note) {}

    @Override
    public String object() {
        return opportunity.name();
    }

    @Override
    public String name() {
        return "close_lost";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public @Nullable Row run(Row record, Input input) {
        Values values = Values.of(opportunity.lossReason, input.lossReason());
        if (input.note() != null) {
            values.set(opportunity.closeNote, input.note());
        }
        closing.close(record, OpportunityStatus.LOST, values, name());
        return null;
    }
}
