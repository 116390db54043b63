package io.hemai.timeline;

import io.hemai.kernel.Filter;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.fieldtype.About;
import io.hemai.records.Change;
import io.hemai.records.ChangeSet;
import io.hemai.records.Reaction;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** When the owner of a customer reached them, the follow-up that was due that day is done. */
@Component
class FollowUpByContact implements Reaction {
    /** Results of a call in which nobody was spoken to. */
    private static final Set<String> MISSED = Set.of("not_reached", "busy", "wrong_number");

    private final ActivityObject activity;
    private final FollowUps followUps;
    private final FollowUpsBefore before;

    FollowUpByContact(ActivityObject activity, FollowUps followUps, FollowUpsBefore before) {
        this.activity = activity;
        this.followUps = followUps;
        this.before = before;
    }

    @Override
    public String object() {
        return activity.name();
    }

    /** That an owner had to do with a record. */
    private record Contact(About about, RecordId owner) {}

    @Override
    public void after(ChangeSet written) {
        if (written.options().migrating()) {
            return;
        }
        List<Change> deleted = written.sound(Change.Kind.DELETE);
        if (deleted.size() == 1) { // who deletes many tidies up, and takes nothing back
            takeBack(deleted.getFirst());
        }
        Map<Contact, Instant> made = new HashMap<>();
        for (Change change : written.sound()) {
            About about = change.value(activity.about);
            RecordId owner = change.value(CommonFields.OWNER);
            if (comes(change)
                    && about != null
                    && owner != null
                    && reaches(change)
                    && !at(change, written).isAfter(written.now())) {
                made.merge(
                        new Contact(about, owner),
                        endOfDay(at(change, written), written),
                        (a, b) -> a.isAfter(b) ? a : b);
            }
        }
        if (made.isEmpty()) {
            return;
        }
        Instant latest = Collections.max(made.values());
        List<About> met = made.keySet().stream().map(Contact::about).toList();
        // mostly nothing is due, and so there is nothing to lock
        followUps.keep(met, object -> object.at().below(latest), standing -> {
            Instant until = made.get(new Contact(standing.record(), standing.owner()));
            return until == null ? standing.next() : standing.next().afterContact(standing.open(), until);
        });
    }

    /** What a contact had ended is due again. */
    private void takeBack(Change contact) {
        About about = contact.previous(activity.about);
        if (about != null) {
            before.made(contact.id())
                    .ifPresent(made -> followUps.keep(
                            List.of(about), object -> Filter.all(), standing -> before.of(standing, made)));
        }
    }

    private static boolean comes(Change change) {
        return change.kind() == Change.Kind.CREATE || change.kind() == Change.Kind.RESTORE;
    }

    private boolean reaches(Change change) {
        return change.value(activity.kind) != ActivityKind.NOTE
                // a customer who writes waits for an answer
                && change.value(activity.mailState) != MailState.RECEIVED
                && !MISSED.contains(Objects.requireNonNullElse(change.value(activity.outcome), ""));
    }

    /** When it was; later, if it is only noted down beforehand. */
    private Instant at(Change change, ChangeSet written) {
        return Objects.requireNonNullElse(change.value(activity.happenedAt), written.now());
    }

    private static Instant endOfDay(Instant at, ChangeSet written) {
        return at.atZone(written.context().zone())
                .toLocalDate()
                .plusDays(1)
                .atStartOfDay(written.context().zone())
                .toInstant();
    }
}
