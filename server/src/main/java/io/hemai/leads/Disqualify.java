package io.hemai.leads;

import io.hemai.kernel.Refusal;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.records.Values;
import io.hemai.records.verb.Asked;
import io.hemai.records.verb.Verb;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The lead is not worth following, or not now. */
@Component
final class Disqualify implements Verb<Disqualify.Input, Row> {
    private final LeadObject lead;
    private final Records records;

    Disqualify(LeadObject lead, Records records) {
        this.lead = lead;
        this.records = records;
    }

    /** Why, and when to look again. */
    record Input(
            @Asked(like = "unqualified_reason", required = true) @Nullable
            String reason,

            @Asked(like = "revisit_on") @Nullable LocalDate revisitOn) {}

    @Override
    public String object() {
        return lead.name();
    }

    @Override
    public String name() {
        return "disqualify";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public @Nullable Row run(Row record, Input input) {
        if (input.reason() == null || input.reason().isBlank()) {
            throw Refusal.ofField("reason", LeadError.REASON_REQUIRED);
        }
        Values values = Values.of(lead.status, LeadStatus.UNQUALIFIED).set(lead.unqualifiedReason, input.reason());
        if (input.revisitOn() != null) {
            values.set(lead.revisitOn, input.revisitOn());
        }
        records.together(() -> {
            if (lead.isConverted(records.lock(lead, record.id()))) {
                throw Refusal.of(LeadError.ALREADY_CONVERTED);
            }
            records.update(lead, record.id(), values, name());
            return true;
        });
        return null;
    }
}
