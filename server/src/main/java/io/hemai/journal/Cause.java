package io.hemai.journal;

import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind the changes of a piece of work, where it is not a person at a form: an import, a mass act, a flow.
 *
 * @param kind null when it is that of who acts
 * @param why what histories say, such as the name of the imported file
 * @param always whether histories say it also where a rule or verb tells its own reason
 * @param origin what automatic work it is; null when people began it
 */
public record Cause(
        @Nullable ActorKind kind,
        String why,
        boolean always,
        @Nullable Origin origin) {
    public Cause(ActorKind kind, String why) {
        this(kind, why, false, null);
    }

    /** That of a person's act on many records, which is told with each of them. */
    public static Cause ofMany(String why) {
        return new Cause(null, why, true, null);
    }

    /** That of a flow. */
    public static Cause ofFlow(String why, Origin origin) {
        return new Cause(ActorKind.FLOW, why, false, origin);
    }

    private static final ScopedValue<Cause> CURRENT = ScopedValue.newInstance();

    /** What stands behind what is done now; empty where it is just who acts. */
    public static Optional<Cause> now() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /**
     * Whether Hemai keeps something up by itself: nobody asked for it. A flow does what people drew, and what is taken back or comes out of
     * the bin somebody asked for.
     */
    public static boolean isNobody() {
        return Acting.who() instanceof SystemIdentity system
                && system.behalf() == null
                && now().map(Cause::kind).filter(kind -> kind == ActorKind.FLOW).isEmpty();
    }

    /** The automatic work that goes on now; null when none does. */
    static @Nullable Origin currentOrigin() {
        return now().map(Cause::origin).orElse(null);
    }

    /** The reason as histories tell it. */
    String told(@Nullable String reason) {
        if (reason == null) {
            return why;
        }
        return always ? why + ": " + reason : reason;
    }

    /** Does the work; what it changes is told to have this cause. */
    public <T> T call(Supplier<T> work) {
        return ScopedValue.where(CURRENT, this).call(work::get);
    }
}
