package io.hemai.access;

import io.hemai.identity.Acting;
import io.hemai.identity.UserIdentity;
import io.hemai.kernel.Problems;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.Trait;
import io.hemai.tenancy.TenantTransactions;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Shares single records beyond what roles reach. Whether who acts may share the record at all is checked by the caller. */
@Component
public class Shares {
    private final AccessStore store;
    private final TenantTransactions transactions;
    private final ObjectProvider<PeopleSource> people;
    private final Gate gate;

    Shares(AccessStore store, TenantTransactions transactions, ObjectProvider<PeopleSource> people, Gate gate) {
        this.store = store;
        this.transactions = transactions;
        this.people = people;
        this.gate = gate;
    }

    /** Shares the record with all of them at the level; who had another level has this one afterwards. */
    public void grant(ObjectType type, RecordId record, Collection<Share.With> with, ShareLevel level) {
        check(with);
        checkForEverybody(type, with);
        RecordId by = Acting.user().map(UserIdentity::user).orElse(null);
        transactions.write(() -> with.forEach(w -> store.share(type.name(), record, w, level, by)));
    }

    /** Ends sharing the record with them. */
    public void revoke(RecordId record, Collection<Share.With> with) {
        transactions.write(() -> with.forEach(w -> store.unshare(record, w)));
    }

    /** Lends records of the object, each {@link ShareLevel#ALONE}; who has a share of one already keeps that. */
    public void lend(ObjectType type, Collection<Loan> loans) {
        if (!loans.isEmpty()) {
            store.lend(type.name(), loans);
        }
    }

    /** Those of the loans that stand, which nobody else ends or begins again until the transaction ends. */
    public Set<Loan> lockLent(Collection<Loan> loans) {
        return loans.isEmpty() ? Set.of() : store.lockLent(loans);
    }

    /** Ends loans; what somebody shared stays shared. */
    public void endLoans(Collection<Loan> loans) {
        if (!loans.isEmpty()) {
            store.endLoans(loans);
        }
    }

    /** Whom the record is shared with, in the order shared. */
    public List<Share> of(RecordId record) {
        return store.shares(record);
    }

    /** What has an audience is for everybody only if those who may set the audience say so, whichever way it is said. */
    private void checkForEverybody(ObjectType type, Collection<Share.With> with) {
        if (type.fieldWith(Trait.AUDIENCE).isEmpty() || gate.may(Acting.who(), Role.SHAPING)) {
            return;
        }
        Departments departments = people.getObject().departments();
        boolean everybody = with.stream()
                .anyMatch(w -> w instanceof Share.With.Department(var department) && departments.isCompany(department));
        if (everybody) {
            throw Refusal.ofField("with", AccessError.FOR_EVERYBODY);
        }
    }

    private void check(Collection<Share.With> with) {
        if (with.isEmpty()) {
            throw Refusal.ofField("with", AccessError.NOBODY_NAMED);
        }
        Problems problems = new Problems();
        for (Share.With one : with) {
            switch (one) {
                case Share.With.User(var user) -> {
                    if (people.getObject().person(user).filter(Person::active).isEmpty()) {
                        problems.add("with", AccessError.UNKNOWN_USER, user);
                    }
                }
                case Share.With.Department(var department) -> {
                    if (!people.getObject().departments().has(department)) {
                        problems.add("with", AccessError.UNKNOWN_DEPARTMENT, department);
                    }
                }
            }
        }
        problems.refuseIfAny();
    }
}
