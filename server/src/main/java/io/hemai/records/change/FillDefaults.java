package io.hemai.records.change;

import io.hemai.access.Gate;
import io.hemai.identity.Acting;
import io.hemai.identity.UserIdentity;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectTrait;
import io.hemai.metadata.fieldtype.Dependence;
import io.hemai.records.Change;
import io.hemai.records.ChangeSet;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Fills in what nobody gave: initial values, the owner and the department, who and when. */
@Component
@Order(30)
class FillDefaults implements Step {
    private final Gate gate;

    FillDefaults(Gate gate) {
        this.gate = gate;
    }

    @Override
    public void apply(ChangeSet changes) {
        RecordId person = Acting.user().map(UserIdentity::user).orElse(null);
        List<Dependence> dependences = Dependence.all(changes.type());
        for (Change change : changes.written()) {
            if (change.creates()) {
                change.type().fields().forEach(field -> initial(changes, change, field));
                dependences.forEach(each -> leaveOut(change, each));
                change.set(CommonFields.VERSION, 1L);
                keep(change, CommonFields.CREATED_AT, changes.now());
                keep(change, CommonFields.CREATED_BY, person);
            } else {
                change.set(CommonFields.VERSION, Objects.requireNonNull(change.value(CommonFields.VERSION)) + 1);
            }
            change.set(CommonFields.UPDATED_AT, changes.now());
            change.set(CommonFields.UPDATED_BY, person);
            if (change.type().is(ObjectTrait.OWNED) && change.kind() != Change.Kind.RESTORE) {
                own(change, person);
            }
        }
    }

    private static <T> void initial(ChangeSet changes, Change change, Field<T> field) {
        Object initial = field.initial();
        if (initial != null
                && !change.given(field)
                && field.type().coerce(initial, changes.context())
                        instanceof io.hemai.metadata.Coerced.Good<T>(var value)) {
            change.set(field, value);
        }
    }

    /** A default that does not fit what is chosen elsewhere is none. */
    private static void leaveOut(Change change, Dependence each) {
        Object initial = change.value(each.field());
        if (initial != null
                && !change.given(each.field())
                && each.unfit(initial, change.value(each.on())).findAny().isPresent()) {
            change.set(each.field(), null);
        }
    }

    private static <T> void keep(Change change, Field<T> field, @Nullable T value) {
        if (change.value(field) == null) {
            change.set(field, value);
        }
    }

    /** A new record belongs to who makes it, and to the department of its owner. */
    private void own(Change change, @Nullable RecordId person) {
        if (change.creates() && !change.given(CommonFields.OWNER)) {
            change.set(CommonFields.OWNER, person);
        }
        RecordId owner = change.value(CommonFields.OWNER);
        if (owner != null && change.changes(CommonFields.OWNER) && !change.given(CommonFields.DEPARTMENT)) {
            gate.departmentOf(owner).ifPresent(d -> change.set(CommonFields.DEPARTMENT, d));
        }
    }
}
