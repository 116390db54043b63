package io.hemai.merging;

import io.hemai.access.AccessError;
import io.hemai.access.AdminAbility;
import io.hemai.access.Gate;
import io.hemai.access.Rights;
import io.hemai.identity.Acting;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.ObjectType;
import io.hemai.records.verb.Verb;
import java.util.List;

/** A verb of whoever may merge, on every record that can be merged. */
abstract class MergeVerb<I, O> implements Verb<I, O> {
    private final List<Mergeable> mergeable;
    private final Gate gate;

    MergeVerb(List<Mergeable> mergeable, Gate gate) {
        this.mergeable = mergeable;
        this.gate = gate;
    }

    @Override
    public final String object() {
        return "*";
    }

    @Override
    public final boolean offeredFor(ObjectType type) {
        return mergeable.stream().anyMatch(m -> m.object().equals(type.name()));
    }

    @Override
    public final boolean permitted(Rights rights) {
        return gate.may(Acting.who(), AdminAbility.MERGE);
    }

    @Override
    public final Refusal notPermitted() {
        return Refusal.of(AccessError.NOT_PERMITTED, AdminAbility.MERGE.code());
    }

    @Override
    public final boolean inBulk() {
        return false;
    }
}
