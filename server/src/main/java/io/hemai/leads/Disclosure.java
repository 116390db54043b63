package io.hemai.leads;

import io.hemai.access.Gate;
import io.hemai.access.Rights;
import io.hemai.identity.Acting;
import io.hemai.kernel.Filter;
import io.hemai.kernel.Problems;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectType;
import io.hemai.records.Row;
import java.util.LinkedHashSet;
import java.util.Set;

/** What a conversion would show its maker of a lead that is kept from them: values they see in no field of the lead, but in the new record. */
final class Disclosure {
    private final Gate gate;
    private final Row from;
    private final Rights seen;
    private final Set<Field<?>> told = new LinkedHashSet<>();

    Disclosure(Gate gate, Row from) {
        this.gate = gate;
        this.from = from;
        this.seen = gate.rights(Acting.who(), from.type());
    }

    /** The field's value would come to stand in the other object's field. */
    Disclosure through(Field<?> field, ObjectType target, Field<?> into) {
        Rights there = gate.rights(Acting.who(), target);
        boolean shown = !there.read().equals(Filter.none()) && there.sees(into);
        if (shown && !seen.sees(field) && from.value(field) != null) {
            told.add(field);
        }
        return this;
    }

    /** Whether there is any. */
    boolean isAny() {
        return !told.isEmpty();
    }

    /** Refuses when there is any; names only what the maker knows of. */
    void refuseIfAny() {
        Problems problems = new Problems();
        told.stream()
                .filter(seen::knows)
                .forEach(field -> problems.add(field.name(), LeadError.UNSEEN_VALUE, field.label()));
        if (problems.isEmpty() && !told.isEmpty()) {
            throw Refusal.of(LeadError.UNSEEN_VALUES);
        }
        problems.refuseIfAny();
    }
}
