package io.hemai.records.store;

import io.hemai.database.RawSql;
import io.hemai.tenancy.CurrentTenant;
import java.util.Collection;
import org.springframework.stereotype.Component;

/** Locks on what is no record yet, such as the name of a company: held until the transaction ends. */
@Component
public class NamedLocks {
    private final RawSql raw;

    NamedLocks(RawSql raw) {
        this.raw = raw;
    }

    /** Waits for the names, in one order for everybody so that nobody waits in a ring. */
    public void take(Collection<String> names) {
        names.stream().map(NamedLocks::ofTenant).distinct().sorted().forEach(raw::lock);
    }

    /** Waits until nobody has taken the name; many share it then, and who wants to take it waits for all of them. */
    public void share(String name) {
        raw.lockShared(ofTenant(name));
    }

    private static String ofTenant(String name) {
        return CurrentTenant.get().id() + " " + name;
    }
}
