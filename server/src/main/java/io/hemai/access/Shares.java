package io.hemai.access;

import io.hemai.identity.Acting;
import io.hemai.identity.UserIdentity;
import io.hemai.kernel.Problems;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.ObjectType;
import io.hemai.tenancy.TenantTransactions;
import java.util.Collection;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Shares single records beyond what roles reach. Whether who acts may share the record at all is checked by the caller. */
@Component
public class Shares {
    private final AccessStore store;
    private final TenantTransactions transactions;
    private final ObjectProvider<PeopleSource> people;

    Shares(AccessStore store, TenantTransactions transactions, ObjectProvider<PeopleSource> people) {
        this.store = store;
        this.transactions = transactions;
        this.people = people;
    }

    /** Shares the record with all of them at the level; who had another level has this one afterwards. */
    public void grant(ObjectType type, RecordId record, Collection<Share.With> with, ShareLevel level) {
        check(with);
        RecordId by = Acting.user().map(UserIdentity::user).orElse(null);
        transactions.write(() -> with.forEach(w -> store.share(type.name(), record, w, level, by)));
    }

    /** Ends sharing the record with them. */
    public void revoke(RecordId record, Collection<Share.With> with) {
        transactions.write(() -> with.forEach(w -> store.unshare(record, w)));
    }

    /** Whom the record is shared with, in the order shared. */
    public List<Share> of(RecordId record) {
        return store.shares(record);
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
