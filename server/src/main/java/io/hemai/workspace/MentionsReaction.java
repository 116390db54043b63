package io.hemai.workspace;

import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.identity.UserIdentity;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.Field;
import io.hemai.notification.Notice;
import io.hemai.notification.Notifications;
import io.hemai.notification.Said;
import io.hemai.records.Change;
import io.hemai.records.ChangeSet;
import io.hemai.records.Reaction;
import io.hemai.records.Records;
import io.hemai.records.Values;
import io.hemai.timeline.TimelineObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whoever is named in a talk finds that among the mentions, from the same moment on. */
abstract class MentionsReaction implements Reaction {
    private static final SystemIdentity NAMING = new SystemIdentity("workspace", "notes who was named");

    private final TimelineObject object;
    private final Field<String> body;
    private final Field<RecordId> link;
    private final MentionObject mention;
    private final Records records;
    private final Notifications notifications;

    /**
     * @param link of a mention to the talk
     */
    MentionsReaction(
            TimelineObject object,
            Field<String> body,
            Field<RecordId> link,
            MentionObject mention,
            Records records,
            Notifications notifications) {
        this.object = object;
        this.body = body;
        this.link = link;
        this.mention = mention;
        this.records = records;
        this.notifications = notifications;
    }

    @Override
    public final String object() {
        return object.name();
    }

    @Override
    public final void after(ChangeSet written) {
        RecordId by = Acting.user().map(UserIdentity::user).orElse(null);
        String name = Acting.who().label();
        List<Values> mentions = new ArrayList<>();
        for (Change change : written.withoutRestored().written()) {
            Set<RecordId> fresh = new HashSet<>(Mentions.in(change.value(body)).keySet());
            fresh.removeAll(Mentions.in(change.previous(body)).keySet());
            fresh.remove(by);
            fresh.forEach(person -> mentions.add(named(change, person, by, name)));
            notifications.tell(fresh, notice(change, by, name));
        }
        if (!mentions.isEmpty()) {
            Acting.run(NAMING, () -> records.create(mention, mentions));
        }
    }

    private Notice notice(Change change, @Nullable RecordId by, String name) {
        Notice notice = Notice.of(mention.name(), Said.coded("notice.mention", name))
                .saying(new Said.Literally(Mentions.plain(Objects.requireNonNullElse(change.value(body), ""))))
                .by(by)
                .once(key(change.id()));
        return MentionsRule.about(object, change).map(notice::about).orElse(notice);
    }

    /** By which the person named is told of it once. */
    static String key(RecordId talk) {
        return "mention " + talk;
    }

    private Values named(Change change, RecordId person, @Nullable RecordId by, String name) {
        return Values.of(CommonFields.OWNER, person)
                .set(mention.user, person)
                .set(mention.by, by)
                .set(mention.name, name)
                .set(mention.about, MentionsRule.about(object, change).orElse(null))
                .set(link, change.id());
    }
}
