package io.hemai.leads;

import io.hemai.access.Gate;
import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.identity.UserIdentity;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.ObjectType;
import io.hemai.records.Change;
import io.hemai.records.Records;
import io.hemai.records.RecordsError;
import io.hemai.records.Row;
import io.hemai.records.Values;
import io.hemai.records.WriteOptions;
import io.hemai.records.verb.NoInput;
import io.hemai.records.verb.Verb;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes a lead out of its pool; of many who try, the first one has it. */
@Component
final class Claim implements Verb<NoInput, Row> {
    private static final SystemIdentity LOOKING = new SystemIdentity("pools", "looks whether it is still there");

    private final LeadObject lead;
    private final Records records;
    private final Gate gate;

    Claim(LeadObject lead, Records records, Gate gate) {
        this.lead = lead;
        this.records = records;
        this.gate = gate;
    }

    @Override
    public String object() {
        return lead.name();
    }

    @Override
    public String name() {
        return "claim";
    }

    @Override
    public Class<NoInput> input() {
        return NoInput.class;
    }

    @Override
    public @Nullable Row run(Row record, NoInput input) {
        RecordId person = Acting.user()
                .map(UserIdentity::user)
                .filter(who -> permitted(gate.rights(Acting.who(), records.type(lead))))
                .orElseThrow(() -> Refusal.of(RecordsError.NOT_PERMITTED, lead.name()));
        records.together(() -> {
            // by now the person may no longer see it, and should be told why
            Row standing = Acting.call(LOOKING, () -> records.lock(lead, record.id()));
            if (standing.value(lead.status) == LeadStatus.CONVERTED) {
                throw Refusal.of(LeadError.ALREADY_CONVERTED);
            }
            if (standing.value(lead.pool) == null) {
                throw Refusal.of(LeadError.NOT_IN_POOL);
            }
            ObjectType type = records.type(lead);
            Values taken = Values.of(CommonFields.OWNER, person).set(lead.pool, null);
            Change change = Change.update(type, record.id(), null, taken.byField(), true);
            change.because(name());
            return records.write(type, List.of(change), WriteOptions.USUAL.entitling());
        });
        return null;
    }
}
