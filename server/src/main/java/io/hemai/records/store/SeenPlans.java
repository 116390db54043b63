package io.hemai.records.store;

import io.hemai.database.CommittedCache;
import io.hemai.database.Jdbc;
import io.hemai.identity.Acting;
import io.hemai.identity.UserIdentity;
import io.hemai.tenancy.CurrentTenant;
import io.hemai.tenancy.Tenant;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.modulith.NamedInterface;

/**
 * Keeps statements, and what goes with them, for as long as what somebody may see stays the same, since building one costs more than
 * running it.
 */
@NamedInterface("sight")
public final class SeenPlans<P> {
    private final Function<P, Jdbc.Kept> statement;
    private final CommittedCache<Seen, P> kept;

    /**
     * @param most plans to keep
     * @param statement of a plan
     */
    public SeenPlans(long most, Function<P, Jdbc.Kept> statement) {
        this.statement = statement;
        this.kept = new CommittedCache<>(most);
    }

    /** Somebody with the rights of a moment; the tenant carries the versions of its rights and metadata. */
    private record Seen(Tenant tenant, UserIdentity who, Object shape) {}

    /**
     * The plan of that shape for who acts.
     *
     * @param shape all that the plan depends on, apart from metadata, rights and what is given at each run
     */
    public P of(Object shape, Supplier<P> build) {
        if (Acting.who() instanceof UserIdentity user) {
            P known = kept.get(new Seen(CurrentTenant.get(), user, shape), seen -> build.get());
            if (statement.apply(known).lasts()) {
                return known;
            }
        }
        return build.get();
    }
}
