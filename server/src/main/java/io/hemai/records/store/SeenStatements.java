package io.hemai.records.store;

import io.hemai.database.CommittedCache;
import io.hemai.database.Jdbc;
import io.hemai.identity.Acting;
import io.hemai.identity.UserIdentity;
import io.hemai.tenancy.CurrentTenant;
import io.hemai.tenancy.Tenant;
import java.util.function.Supplier;
import org.jooq.Query;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/** Keeps statements for as long as what somebody may see stays the same, since building them costs more than running them. */
@Component
@NamedInterface("sight")
public class SeenStatements {
    private static final int KEPT = 2_000;

    private final Jdbc jdbc;
    private final CommittedCache<Seen, Jdbc.Kept> kept = new CommittedCache<>(KEPT);

    SeenStatements(Jdbc jdbc) {
        this.jdbc = jdbc;
    }

    /** Somebody with the rights of a moment; the tenant carries the versions of its rights and metadata. */
    private record Seen(Tenant tenant, UserIdentity who, Object shape) {}

    /**
     * The statement of that shape for who acts.
     *
     * @param shape all that the statement depends on, apart from metadata, rights and what is given at each run
     */
    public Jdbc.Kept of(Object shape, Supplier<? extends Query> query) {
        if (Acting.who() instanceof UserIdentity user) {
            Jdbc.Kept known = kept.get(new Seen(CurrentTenant.get(), user, shape), seen -> jdbc.keep(query.get()));
            if (known.lasts()) {
                return known;
            }
        }
        return jdbc.keep(query.get());
    }
}
