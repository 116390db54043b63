package io.hemai.leads;

import io.hemai.accounts.PoolObject;
import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.MetadataError;
import io.hemai.records.Query;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.records.Sort;
import io.hemai.records.Values;
import io.hemai.records.verb.Asked;
import io.hemai.records.verb.Verb;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Gives a lead back to a pool, where anybody may claim it. */
@Component
final class Release implements Verb<Release.Input, Release.Released> {
    private static final SystemIdentity LOOKING_UP = new SystemIdentity("pools", "looks up the pool");

    private final LeadObject lead;
    private final PoolObject pool;
    private final Records records;

    Release(LeadObject lead, PoolObject pool, Records records) {
        this.lead = lead;
        this.pool = pool;
        this.records = records;
    }

    /** Into which pool, the oldest one unless said; and why. */
    record Input(
            @Asked(like = "pool") @Nullable String pool,
            @Nullable String reason) {}

    /** Where it waits now; who released it may not see it any more. */
    record Released(String id, String pool) {}

    @Override
    public String object() {
        return lead.name();
    }

    @Override
    public String name() {
        return "release";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public Released run(Row record, Input input) {
        RecordId into = Acting.call(LOOKING_UP, () -> into(input.pool()));
        records.together(() -> {
            Row standing = records.lock(lead, record.id());
            if (standing.value(lead.status) == LeadStatus.CONVERTED) {
                throw Refusal.of(LeadError.ALREADY_CONVERTED);
            }
            if (standing.value(lead.pool) != null) {
                throw Refusal.of(LeadError.ALREADY_IN_POOL);
            }
            // the pool is the company's, so it counts whether or not the person may read it
            Values released = Values.of(CommonFields.OWNER, null);
            records.update(lead, record.id(), released.set(lead.pool, into), why(input));
            return true;
        });
        return new Released(record.id().toString(), into.toString());
    }

    private String why(Input input) {
        return input.reason() == null ? name() : name() + ": " + input.reason();
    }

    private RecordId into(@Nullable String wanted) {
        Query query = Query.of(pool).where(pool.active.is(true)).sort(Sort.by(CommonFields.CREATED_AT));
        if (wanted != null) {
            RecordId id =
                    RecordId.parse(wanted).orElseThrow(() -> Refusal.ofField("pool", MetadataError.INVALID_ID, wanted));
            query = query.where(CommonFields.ID.is(id));
        }
        return records.find(query).map(Row::id).orElseThrow(() -> Refusal.ofField("pool", LeadError.NO_POOL));
    }
}
