package io.hemai.workspace;

import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.identity.UserIdentity;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.Field;
import io.hemai.records.Change;
import io.hemai.records.ChangeSet;
import io.hemai.records.Reaction;
import io.hemai.records.Records;
import io.hemai.records.Values;
import io.hemai.timeline.TimelineObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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

    /**
     * @param link of a mention to the talk
     */
    MentionsReaction(
            TimelineObject object, Field<String> body, Field<RecordId> link, MentionObject mention, Records records) {
        this.object = object;
        this.body = body;
        this.link = link;
        this.mention = mention;
        this.records = records;
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
        }
        if (!mentions.isEmpty()) {
            Acting.run(NAMING, () -> records.create(mention, mentions));
        }
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
