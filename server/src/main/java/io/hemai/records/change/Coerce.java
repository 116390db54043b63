package io.hemai.records.change;

import io.hemai.access.Gate;
import io.hemai.access.Rights;
import io.hemai.identity.Acting;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.Coerced;
import io.hemai.metadata.Field;
import io.hemai.metadata.Link;
import io.hemai.metadata.ObjectType;
import io.hemai.records.Change;
import io.hemai.records.ChangeSet;
import io.hemai.records.RecordsError;
import io.hemai.records.store.LinkTargets;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Turns what was asked for into values of the fields, as far as the caller may write them. */
@Component
@Order(20)
class Coerce implements Step {
    private final Gate gate;
    private final LinkTargets targets;

    Coerce(Gate gate, LinkTargets targets) {
        this.gate = gate;
        this.targets = targets;
    }

    @Override
    public void apply(ChangeSet changes) {
        Rights rights = gate.rights(Acting.who(), changes.type());
        Map<LinkTargets.Name, RecordId> named = targets.byExternalId(changes);
        for (Change change : changes.written()) {
            change.input().forEach((name, raw) -> coerce(changes, change, rights, named, name, raw));
        }
    }

    private void coerce(
            ChangeSet changes,
            Change change,
            Rights rights,
            Map<LinkTargets.Name, RecordId> named,
            String name,
            @Nullable Object raw) {
        Optional<Field<?>> known = changes.type().field(name).filter(f -> change.trusted() || rights.knows(f));
        if (known.isEmpty()) {
            change.refuseNamed(name, RecordsError.UNKNOWN_FIELD, changes.type().name(), name);
        } else if (change.trusted() || Writable.check(changes, change, rights, known.get())) {
            put(changes, change, known.get(), resolved(changes.type(), known.get(), raw, named));
        }
    }

    /** A link given by the other system's name becomes the id of its record; an unknown one stays and is refused. */
    private static @Nullable Object resolved(
            ObjectType type, Field<?> field, @Nullable Object raw, Map<LinkTargets.Name, RecordId> named) {
        Optional<Link> link = type.link(field.name());
        if (link.isEmpty() || !(raw instanceof Map<?, ?> map) || !(map.get("external_id") instanceof String external)) {
            return raw;
        }
        RecordId id = named.get(new LinkTargets.Name(link.get().target(), external));
        return id == null ? raw : id;
    }

    @SuppressWarnings("unchecked") // what was read already was made by the field's own type
    private static <T> void put(ChangeSet changes, Change change, Field<T> field, @Nullable Object raw) {
        if (raw == null) {
            change.put(field, null);
        } else if (change.isRead()) {
            put(change, field, Coerced.good((T) raw));
        } else if (raw instanceof Map<?, ?> map && map.get("external_id") instanceof String external) {
            change.refuse(field, RecordsError.LINK_NOT_FOUND, external);
        } else {
            put(change, field, field.type().coerce(raw, changes.context()));
        }
    }

    private static <T> void put(Change change, Field<T> field, Coerced<T> made) {
        switch (made instanceof Coerced.Good<T>(var value) && value != null
                ? field.type().bounded(value)
                : made) {
            case Coerced.Good<T>(var value) -> change.set(field, value);
            case Coerced.Bad<T>(var code, var args) -> change.refuse(field, code, args.toArray());
        }
    }
}
