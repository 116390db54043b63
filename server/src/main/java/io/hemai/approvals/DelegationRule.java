package io.hemai.approvals;

import io.hemai.access.PeopleSource;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.CommonFields;
import io.hemai.records.Change;
import io.hemai.records.ChangeSet;
import io.hemai.records.Rule;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Somebody else who works here stands in, for a time that has an end. */
@Component
final class DelegationRule implements Rule {
    private final DelegationObject delegation;
    private final PeopleSource people;

    DelegationRule(DelegationObject delegation, PeopleSource people) {
        this.delegation = delegation;
        this.people = people;
    }

    @Override
    public String object() {
        return delegation.name();
    }

    @Override
    public void apply(ChangeSet changes) {
        Set<RecordId> named = changes.written().stream()
                .filter(change -> change.changes(delegation.delegate))
                .map(change -> change.value(delegation.delegate))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Set<RecordId> working = people.persons(named).values().stream()
                .filter(person -> person.active())
                .map(person -> person.id())
                .collect(Collectors.toSet());
        changes.written().forEach(change -> check(change, named, working));
    }

    private void check(Change change, Set<RecordId> named, Set<RecordId> working) {
        LocalDate from = change.value(delegation.startsOn);
        LocalDate to = change.value(delegation.endsOn);
        if (from != null && to != null && to.isBefore(from)) {
            change.refuse(delegation.endsOn, ApprovalError.ENDS_BEFORE_START);
        }
        RecordId delegate = change.value(delegation.delegate);
        if (delegate != null && delegate.equals(change.value(CommonFields.OWNER))) {
            change.refuse(delegation.delegate, ApprovalError.SAME_PERSON);
        } else if (delegate != null && named.contains(delegate) && !working.contains(delegate)) {
            change.refuse(delegation.delegate, ApprovalError.NOT_WORKING);
        }
    }
}
