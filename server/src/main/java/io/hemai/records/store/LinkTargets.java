package io.hemai.records.store;

import io.hemai.access.Gate;
import io.hemai.database.Jdbc;
import io.hemai.identity.Acting;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.Link;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectType;
import io.hemai.records.Change;
import io.hemai.records.ChangeSet;
import io.hemai.records.query.Binder;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/** Finds the records that links lead to, one statement per object for a whole write. */
@Component
public class LinkTargets {
    private final Jdbc jdbc;
    private final Gate gate;
    private final Metadata metadata;
    private final Clock clock;

    LinkTargets(Jdbc jdbc, Gate gate, Metadata metadata, Clock clock) {
        this.jdbc = jdbc;
        this.gate = gate;
        this.metadata = metadata;
        this.clock = clock;
    }

    /** A record of an object by its name in another system. */
    public record Name(String object, String externalId) {}

    /**
     * The records that links of the set name by {@code {"external_id"}}. One that the acting identity may not read, or whose name
     * there it does not see, is as unknown as one that is not there.
     */
    public Map<Name, RecordId> byExternalId(ChangeSet changes) {
        Map<String, Set<String>> wanted = new LinkedHashMap<>();
        for (Change change : changes.written()) {
            for (Link link : changes.type().links()) {
                if (change.input().get(link.name()) instanceof Map<?, ?> map
                        && map.get("external_id") instanceof String external) {
                    wanted.computeIfAbsent(link.target(), t -> new LinkedHashSet<>())
                            .add(external);
                }
            }
        }
        Map<Name, RecordId> found = new HashMap<>();
        wanted.forEach(
                (object, names) -> found.putAll(seen(changes, metadata.current().require(object), names)));
        return found;
    }

    private Map<Name, RecordId> seen(ChangeSet changes, ObjectType type, Set<String> names) {
        if (!gate.rights(Acting.who(), type).sees(CommonFields.EXTERNAL_ID)) {
            return Map.of();
        }
        ConditionSql conditions = new ConditionSql(new Aliases());
        return named(type, names, conditions.compile(binder(changes).readable(type), Aliases.ROOT));
    }

    /** The records of the object with those names in another system; whether they may be read is not asked here. */
    public Collection<RecordId> withExternalIds(ObjectType type, Collection<String> names) {
        return named(type, names, DSL.noCondition()).values();
    }

    private Map<Name, RecordId> named(ObjectType type, Collection<String> names, org.jooq.Condition among) {
        org.jooq.Field<String> external =
                Tables.first(Aliases.ROOT, CommonFields.EXTERNAL_ID).coerce(String.class);
        return jdbc.read(
                DSL.select(Tables.id(Aliases.ROOT), external)
                        .from(Tables.of(type).as(Aliases.ROOT))
                        .where(external.in(names))
                        .and(among),
                result -> {
                    Map<Name, RecordId> found = new HashMap<>();
                    while (result.next()) {
                        found.put(
                                new Name(type.name(), result.getString(2)),
                                new RecordId(result.getObject(1, UUID.class)));
                    }
                    return found;
                });
    }

    /** Those of the ids that are records the acting identity may link to: readable, or changeable when asked. */
    public Set<RecordId> existing(ChangeSet changes, ObjectType type, Set<RecordId> ids, boolean changeable) {
        Binder binder = binder(changes);
        ConditionSql conditions = new ConditionSql(new Aliases());
        org.jooq.Condition allowed = changeable
                ? conditions.compile(
                        binder.rights(type, gate.rights(Acting.who(), type).update()), Aliases.ROOT)
                : conditions.compile(binder.readable(type), Aliases.ROOT);
        return jdbc.read(
                DSL.select(Tables.id(Aliases.ROOT))
                        .from(Tables.of(type).as(Aliases.ROOT))
                        .where(Tables.id(Aliases.ROOT)
                                .in(ids.stream().map(RecordId::value).toList()))
                        .and(allowed),
                result -> {
                    Set<RecordId> found = new HashSet<>();
                    while (result.next()) {
                        found.add(new RecordId(result.getObject(1, UUID.class)));
                    }
                    return found;
                });
    }

    private Binder binder(ChangeSet changes) {
        return new Binder(Acting.who(), metadata.current(), gate, changes.context(), clock);
    }
}
