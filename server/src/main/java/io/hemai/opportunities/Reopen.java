package io.hemai.opportunities;

import io.hemai.records.Row;
import io.hemai.records.verb.Asked;
import io.hemai.records.verb.Verb;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** A closed deal goes on. */
@Component
final class Reopen implements Verb<Reopen.Input, Row> {
    private final OpportunityObject opportunity;
    private final Closing closing;

    Reopen(OpportunityObject opportunity, Closing closing) {
        this.opportunity = opportunity;
        this.closing = closing;
    }

    /** In which stage; the first one unless said. */
    record Input(@Asked(like = "stage") @Nullable String stage) {}

    @Override
    public String object() {
        return opportunity.name();
    }

    @Override
    public String name() {
        return "reopen";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public @Nullable Row run(Row record, Input input) {
        closing.reopen(record, input.stage(), name());
        return null;
    }
}
