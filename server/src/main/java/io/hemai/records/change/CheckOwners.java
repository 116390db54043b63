package io.hemai.records.change;

import io.hemai.access.PeopleSource;
import io.hemai.identity.Acting;
import io.hemai.identity.UserIdentity;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.ObjectTrait;
import io.hemai.records.Change;
import io.hemai.records.ChangeSet;
import io.hemai.records.RecordsError;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Refuses to give records to who left the company and would never look after them, and to give away what is personal; records with
 * a past keep their owners.
 */
@Component
@Order(51)
class CheckOwners implements Step {
    private final ObjectProvider<PeopleSource> people;

    CheckOwners(ObjectProvider<PeopleSource> people) {
        this.people = people;
    }

    @Override
    public void apply(ChangeSet changes) {
        if (!changes.type().is(ObjectTrait.OWNED) || changes.options().migrating()) {
            return;
        }
        if (changes.type().is(ObjectTrait.PERSONAL)) {
            keepToOneself(changes);
            return;
        }
        Map<RecordId, Boolean> left = new HashMap<>();
        Predicate<RecordId> gone = person -> left.computeIfAbsent(person, people.getObject()::hasLeft);
        changes.written().stream()
                .filter(change -> !change.trusted() && change.given(CommonFields.OWNER))
                .filter(change -> change.value(CommonFields.OWNER) != null && change.changes(CommonFields.OWNER))
                .filter(change -> gone.test(owner(change)))
                .forEach(change -> change.refuse(CommonFields.OWNER, RecordsError.OWNER_LEFT));
    }

    /** What people keep for themselves they neither give away nor make for others. */
    private static void keepToOneself(ChangeSet changes) {
        RecordId self = Acting.user().map(UserIdentity::user).orElse(null);
        changes.written().stream()
                .filter(change -> !change.trusted() && change.changes(CommonFields.OWNER))
                .filter(change -> !(change.creates() && Objects.equals(change.value(CommonFields.OWNER), self)))
                .forEach(change -> change.refuse(CommonFields.OWNER, RecordsError.OWNER_STAYS));
    }

    private static RecordId owner(Change change) {
        return Objects.requireNonNull(change.value(CommonFields.OWNER));
    }
}
