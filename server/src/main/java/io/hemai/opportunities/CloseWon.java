package io.hemai.opportunities;

import io.hemai.records.Row;
import io.hemai.records.Values;
import io.hemai.records.verb.Asked;
import io.hemai.records.verb.Verb;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The deal is won. */
@Component
final class CloseWon implements Verb<CloseWon.Input, Row> {
    private final OpportunityObject opportunity;
    private final Closing closing;

    CloseWon(OpportunityObject opportunity, Closing closing) {
        this.opportunity = opportunity;
        this.closing = closing;
    }

    /**
     * How much it is worth and when it was closed, as the deal has it unless given; what made it so.
     *
     * @param amount as its field takes it
     */
    record Input(
            @Asked(like = "amount") @Nullable Object amount,

            @Asked(like = "close_date") @Nullable LocalDate closeDate,
            @Asked(like = "close_note") @Nullable String note) {}

    @Override
    public String object() {
        return opportunity.name();
    }

    @Override
    public String name() {
        return "close_won";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public @Nullable Row run(Row record, Input input) {
        Values values = Values.none();
        if (input.amount() != null) {
            values.byField().put(opportunity.amount.name(), input.amount());
        }
        if (input.closeDate() != null) {
            values.set(opportunity.closeDate, input.closeDate());
        }
        if (input.note() != null) {
            values.set(opportunity.closeNote, input.note());
        }
        closing.close(record, OpportunityStatus.WON, values, name());
        return null;
    }
}
