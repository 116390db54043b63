package io.hemai.records.store;

import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.selectOne;

import io.hemai.access.Gate;
import io.hemai.access.Rights;
import io.hemai.identity.Acting;
import io.hemai.identity.Identity;
import io.hemai.kernel.Filter;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectType;
import io.hemai.records.ValueContexts;
import io.hemai.records.query.Binder;
import io.hemai.records.query.Condition;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jooq.Name;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.impl.DSL;
import org.springframework.modulith.NamedInterface;
import org.springframework.stereotype.Component;

/**
 * What the acting identity sees of each object, as conditions on ids: for tables of other modules that point at records, such as
 * the search's own.
 */
@Component
@NamedInterface("sight")
public class Sight {
    private final Gate gate;
    private final Metadata metadata;
    private final Visibility visibility;
    private final ValueContexts contexts;
    private final Clock clock;

    Sight(Gate gate, Metadata metadata, Visibility visibility, ValueContexts contexts, Clock clock) {
        this.gate = gate;
        this.metadata = metadata;
        this.visibility = visibility;
        this.contexts = contexts;
        this.clock = clock;
    }

    /** How much of an object's records somebody sees. */
    public enum Extent {
        /** Every record. */
        ALL,
        /** So many that each is best tested when it comes up. */
        MANY,
        /** So few that their ids are best gathered first. */
        FEW
    }

    /** Those of the objects of which the acting identity may see anything; within one statement their conditions may be combined. */
    public List<View> objects(Predicate<ObjectType> wanted) {
        Identity who = Acting.who();
        Binder binder = new Binder(who, metadata.current(), gate, contexts.current(), clock);
        ConditionSql conditions = new ConditionSql(new Aliases());
        return metadata.current().all().stream()
                .filter(wanted)
                .filter(type -> !gate.rights(who, type).read().equals(Filter.none()))
                .map(type -> view(who, type, binder, conditions))
                .filter(view -> !view.readable.isNever())
                .toList();
    }

    private View view(Identity who, ObjectType type, Binder binder, ConditionSql conditions) {
        Condition readable = binder.readable(type);
        Extent extent =
                readable.isAlways() ? Extent.ALL : visibility.seesFew(who, type, readable) ? Extent.FEW : Extent.MANY;
        return new View(type, gate.rights(who, type), extent, readable, conditions);
    }

    /** One object as the acting identity sees it. */
    public static final class View {
        private static final Name SEEN = org.jooq.impl.DSL.name("seen");

        private final ObjectType type;
        private final Rights rights;
        private final Extent extent;
        private final Condition readable;
        private final ConditionSql conditions;

        View(ObjectType type, Rights rights, Extent extent, Condition readable, ConditionSql conditions) {
            this.type = type;
            this.rights = rights;
            this.extent = extent;
            this.readable = readable;
            this.conditions = conditions;
        }

        public ObjectType type() {
            return type;
        }

        public Rights rights() {
            return rights;
        }

        /** What is shown of the records' names. */
        public NameSight names() {
            return NameSight.of(type, rights);
        }

        public Extent extent() {
            return extent;
        }

        /** Whether a record of the object, known by a column with its id, may be read; tested when it comes up. */
        public org.jooq.Condition readable(org.jooq.Field<UUID> id) {
            return extent == Extent.ALL
                    ? DSL.noCondition()
                    : exists(selectOne()
                            .from(Tables.of(type).as(SEEN))
                            .where(Tables.id(SEEN).eq(id))
                            .and(conditions.compile(readable, SEEN)));
        }

        /** The ids of all that may be read, gathered by indexes. */
        public Select<Record1<UUID>> ids() {
            return conditions.ids(type, readable);
        }
    }
}
