package io.hemai.notification;

import io.hemai.identity.Acting;
import io.hemai.identity.Identity;
import io.hemai.identity.SystemIdentity;
import io.hemai.identity.UserIdentity;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.ObjectTrait;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.fieldtype.About;
import io.hemai.records.Change;
import io.hemai.records.ChangeSet;
import io.hemai.records.Reaction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whoever comes to own a record by somebody else hears of it. */
@Component
class AssignedReaction implements Reaction {
    private static final String KIND = "assigned";

    private final Notifications notifications;

    AssignedReaction(Notifications notifications) {
        this.notifications = notifications;
    }

    @Override
    public String object() {
        return EVERY;
    }

    @Override
    public void after(ChangeSet written) {
        if (!concerns(written)) {
            return;
        }
        Optional<UserIdentity> by = by(Acting.who());
        Map<RecordId, List<Notice>> news = new HashMap<>();
        for (Change change : written.withoutRestored().written()) {
            RecordId owner = change.value(CommonFields.OWNER);
            boolean own = by.filter(person -> person.user().equals(owner)).isPresent();
            if (owner != null && !own && change.changes(CommonFields.OWNER)) {
                news.computeIfAbsent(owner, o -> new ArrayList<>()).add(notice(change, by));
            }
        }
        notifications.tell(news);
    }

    /** Not what people keep for themselves, and not a past that is brought along. */
    private static boolean concerns(ChangeSet written) {
        ObjectType type = written.type();
        return type.is(ObjectTrait.OWNED)
                && !type.is(ObjectTrait.PERSONAL)
                && !type.is(ObjectTrait.READ_ONLY)
                && !written.options().migrating();
    }

    private static Optional<UserIdentity> by(Identity who) {
        return switch (who) {
            case UserIdentity person -> Optional.of(person);
            case SystemIdentity system -> Optional.ofNullable(system.behalf());
        };
    }

    private static Notice notice(Change change, Optional<UserIdentity> by) {
        ObjectType type = change.type();
        Said title = by.map(person -> Said.coded("notice.assigned", person.label(), type.plural()))
                .orElseGet(() -> Said.coded("notice.assigned.by_itself", type.plural()));
        RecordId person = by.map(UserIdentity::user).orElse(null);
        return Notice.of(KIND, title)
                .about(new About(type.name(), change.id()))
                .by(person)
                .from(KIND + " " + type.name() + (person == null ? "" : " " + person));
    }
}
