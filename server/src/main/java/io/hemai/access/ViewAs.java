package io.hemai.access;

import io.hemai.identity.Caller;
import io.hemai.identity.IdentityError;
import io.hemai.identity.SignIns;
import io.hemai.identity.UserIdentity;
import io.hemai.identity.Viewer;
import io.hemai.identity.Viewings;
import io.hemai.kernel.KernelError;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Lets who looks after people see what one of them sees, to help or to check rights: for an hour, in the same session, reading
 * only what both may read. Whether it is allowed is asked anew with every request.
 */
@Component
public class ViewAs implements Viewings {
    /** Long enough to look into something, short enough not to be forgotten. */
    public static final Duration LONGEST = Duration.ofHours(1);

    private static final int SHOWN = 200;

    private final ViewingLog log;
    private final Gate gate;
    private final SignIns signIns;
    private final Clock clock;

    ViewAs(ViewingLog log, Gate gate, SignIns signIns, Clock clock) {
        this.log = log;
        this.gate = gate;
        this.signIns = signIns;
        this.clock = clock;
    }

    /** Begins to read as the person and notes that in the log; refuses who may not, and persons who may do more. */
    public Viewing begin(Caller caller, RecordId person) {
        gate.require(AdminAbility.PEOPLE);
        UserIdentity who = caller.who();
        if (who.user().equals(person)) {
            throw Refusal.of(AccessError.VIEW_SELF);
        }
        UserIdentity viewed = signIns.active(person).orElseThrow(() -> Refusal.of(KernelError.NOT_FOUND));
        if (mayMore(viewed, who)) {
            throw Refusal.of(AccessError.VIEW_SUPERIOR, viewed.label());
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Viewing viewing = new Viewing(
                RecordId.next(),
                session(caller),
                who.user(),
                who.label(),
                person,
                viewed.label(),
                now,
                now.plus(LONGEST),
                null);
        log.begin(viewing);
        return viewing;
    }

    @Override
    public UserIdentity viewed(Caller caller, String viewing) {
        Viewing open = own(caller, viewing)
                .filter(v -> v.isOpen(clock.instant()) && gate.may(caller.who(), AdminAbility.PEOPLE))
                .orElseThrow(() -> Refusal.of(IdentityError.VIEW_ENDED));
        return signIns.active(open.person())
                .filter(person -> !mayMore(person, caller.who()))
                .map(person -> person.viewedBy(
                        new Viewer(open.viewer(), caller.who().label(), open.id(), open.until()),
                        caller.who().locale()))
                .orElseThrow(() -> Refusal.of(IdentityError.VIEW_ENDED));
    }

    /** Ends one of the caller's own. */
    public void end(Caller caller, String viewing) {
        Viewing own = own(caller, viewing).orElseThrow(() -> Refusal.of(KernelError.NOT_FOUND));
        log.end(own.id(), clock.instant());
    }

    /** Who read as whom of late, for who looks after people or reads what everybody did. */
    public List<Viewing> newest() {
        gate.requireAny(AdminAbility.PEOPLE, AdminAbility.AUDIT);
        return log.newest(SHOWN);
    }

    /** Of this person in this session: another one that learns the id cannot use it. */
    private Optional<Viewing> own(Caller caller, String viewing) {
        return RecordId.parse(viewing)
                .flatMap(log::find)
                .filter(v ->
                        v.viewer().equals(caller.who().user()) && v.session().equals(session(caller)));
    }

    private boolean mayMore(UserIdentity person, UserIdentity viewer) {
        return gate.abilities(person).stream().anyMatch(ability -> !gate.mayGrant(viewer, ability));
    }

    private static String session(Caller caller) {
        Caller.Session session = caller.session();
        if (session == null) {
            throw Refusal.of(IdentityError.SESSION_ONLY);
        }
        return session.publicId();
    }
}
