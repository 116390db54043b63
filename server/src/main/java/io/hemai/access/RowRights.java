package io.hemai.access;

import io.hemai.access.DataScope.Level;
import io.hemai.kernel.Filter;
import io.hemai.kernel.Limits;
import io.hemai.kernel.Op;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.Link;
import io.hemai.metadata.ObjectTrait;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.Trait;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Says which records of an object that is nobody's line a person reaches: by the scopes of the roles, by sharing, and by
 * following a parent. Sharing and following widen what roles allow and never allow what no role does.
 */
final class RowRights {
    private final Standing standing;
    private final Function<String, Optional<ObjectType>> types;
    private final Audience audience;

    /**
     * @param withheld what the person does not know of, in the words of {@link Trait#DISCLOSES}
     */
    RowRights(Standing standing, Function<String, Optional<ObjectType>> types, Supplier<List<String>> withheld) {
        this.standing = standing;
        this.types = types;
        this.audience = new Audience(standing, withheld);
    }

    Filter readable(ObjectType type) {
        return scopes(type, ObjectGrant::read).isEmpty()
                ? Filter.none()
                : followed(type, this::followable)
                        .add(directlyReadable(type, ShareLevel.ALONE))
                        .filter();
    }

    Filter changeable(ObjectType type) {
        if (changes(type).isEmpty()) {
            return Filter.none();
        }
        // what a person keeps by a record is changed by that person alone, not by who changes the record
        return type.is(ObjectTrait.PERSONAL)
                ? directlyChangeable(type)
                : followed(type, this::directlyChangeable)
                        .add(directlyChangeable(type))
                        .filter();
    }

    /** A right to delete comes from roles alone, not by sharing and not from a parent. */
    Filter deletable(ObjectType type) {
        if (type.is(ObjectTrait.KEPT)) {
            return Filter.none();
        }
        List<DataScope> scopes = writing(type, ObjectGrant::delete);
        return scopes.isEmpty()
                ? Filter.none()
                : withinReadable(type, scopes, audience.change(type, guarded(type, reach(type, scopes, false))));
    }

    private List<DataScope> changes(ObjectType type) {
        return writing(type, ObjectGrant::update);
    }

    /** Who may read nothing of an object changes nothing of it. */
    private List<DataScope> writing(ObjectType type, Function<ObjectGrant, DataScope> right) {
        return type.is(ObjectTrait.READ_ONLY) || scopes(type, ObjectGrant::read).isEmpty()
                ? List.of()
                : scopes(type, right);
    }

    private List<DataScope> scopes(ObjectType type, Function<ObjectGrant, DataScope> right) {
        return standing.grants(type).stream()
                .map(right)
                .flatMap(DataScope::parts)
                .toList();
    }

    /** What is read by itself, and lets what follows it be read. */
    private Filter followable(ObjectType type) {
        return directlyReadable(type, ShareLevel.READ);
    }

    private Filter directlyReadable(ObjectType type, ShareLevel least) {
        List<DataScope> scopes = scopes(type, ObjectGrant::read);
        return scopes.isEmpty()
                ? Filter.none()
                : audience.read(type, orShared(type, guarded(type, reach(type, scopes, true)), least));
    }

    private Filter directlyChangeable(ObjectType type) {
        List<DataScope> scopes = changes(type);
        return scopes.isEmpty()
                ? Filter.none()
                : withinReadable(
                        type,
                        scopes,
                        audience.change(
                                type, orShared(type, guarded(type, reach(type, scopes, false)), ShareLevel.WRITE)));
    }

    private Filter orShared(ObjectType type, Filter reached, ShareLevel least) {
        return type.is(ObjectTrait.OWNED)
                ? new Alternatives()
                        .add(reached)
                        .add(audience.disclosed(
                                type, new Filter.Shared(standing.user(), standing.path(), least.andMore())))
                        .filter()
                : reached;
    }

    /** Of what others keep only that which tells the person nothing new. */
    private Filter guarded(ObjectType type, Filter reached) {
        Filter own = CommonFields.OWNER.is(standing.user());
        return type.is(ObjectTrait.PERSONAL) && !reached.equals(own) ? audience.disclosed(type, reached, own) : reached;
    }

    /** The records of those that tell the person nothing that is withheld. */
    Filter disclosed(ObjectType type, Filter records) {
        return audience.disclosed(type, records);
    }

    /** Narrows to what may be read where the scopes alone do not make sure of it. */
    private Filter withinReadable(ObjectType type, List<DataScope> scopes, Filter reached) {
        List<DataScope> reading = scopes(type, ObjectGrant::read);
        Level widest = widest(reading);
        boolean within = scopes.stream()
                .allMatch(s -> widest == Level.ALL
                        || reading.contains(s)
                        || (s instanceof Level level && level.compareTo(widest) <= 0));
        return within || reached.equals(Filter.none())
                ? reached
                : followable(type).and(reached);
    }

    private static Level widest(List<DataScope> scopes) {
        return scopes.stream()
                .filter(Level.class::isInstance)
                .map(Level.class::cast)
                .max(Comparator.naturalOrder())
                .orElse(Level.NONE);
    }

    /** The union of scopes. */
    private Filter reach(ObjectType type, List<DataScope> scopes, boolean reading) {
        Alternatives ways = new Alternatives().add(reach(type, widest(scopes), reading));
        for (DataScope scope : scopes) {
            if (scope instanceof DataScope.Matching(var json, var filter)) {
                ways.add(filter);
            }
        }
        return ways.filter();
    }

    private Filter reach(ObjectType type, Level level, boolean reading) {
        if (level == Level.NONE || level == Level.ALL) {
            return level == Level.ALL ? Filter.all() : Filter.none();
        }
        if (!type.is(ObjectTrait.OWNED)) {
            return reading && parents(type).isEmpty() ? Filter.all() : Filter.none();
        }
        Alternatives ways = new Alternatives().add(CommonFields.OWNER.is(standing.user()));
        if (level == Level.DEPARTMENT) {
            inDepartments(standing.own()).forEach(ways::add);
        } else if (level == Level.SUBTREE) {
            inDepartments(standing.below()).forEach(ways::add);
        }
        return ways.filter();
    }

    private static List<Filter> inDepartments(Set<RecordId> departments) {
        List<RecordId> sorted = departments.stream().sorted().toList();
        List<Filter> ways = new ArrayList<>();
        for (int from = 0; from < sorted.size(); from += Limits.IN_VALUES) {
            Collection<RecordId> some = sorted.subList(from, Math.min(sorted.size(), from + Limits.IN_VALUES));
            ways.add(CommonFields.DEPARTMENT.in(some));
        }
        return ways;
    }

    /**
     * One level: what the parents' own scopes and sharing reach, not what the parents reach through theirs. Of several parents the
     * closest comes first: whoever may not read the deal that a call is about does not come to it by its contact or account.
     */
    private Alternatives followed(ObjectType type, Function<ObjectType, Filter> ofParent) {
        return followed(type, ofParent, this::readableAtOnce);
    }

    /**
     * @param closer what may be read of parents that stand between a record and its other parents
     */
    private Alternatives followed(
            ObjectType type, Function<ObjectType, Filter> ofParent, Function<ObjectType, Filter> closer) {
        Alternatives ways = new Alternatives();
        Filter open = Filter.all();
        for (Link link : parents(type)) {
            Optional<ObjectType> parent = types.apply(link.target()).filter(p -> !p.is(ObjectTrait.LINE));
            if (parent.isEmpty()) {
                continue;
            }
            Filter way = through(link, ofParent.apply(parent.get()));
            ways.add(way.equals(Filter.none()) ? way : way.and(open));
            if (!parents(parent.get()).isEmpty()) {
                open = open.and(emptyOrAmong(link, closer.apply(parent.get())));
            }
        }
        return ways;
    }

    private static Filter emptyOrAmong(Link link, Filter parents) {
        return parents.equals(Filter.all())
                ? parents
                : Filter.leaf(link.name(), Op.EMPTY, null).or(through(link, parents));
    }

    /** What is asked of a parent that stands between: by a way that others stand in again it is not reached, or this might never end. */
    private Filter readableAtOnce(ObjectType type) {
        return scopes(type, ObjectGrant::read).isEmpty()
                ? Filter.none()
                : followed(type, this::followable, closer -> Filter.none())
                        .add(followable(type))
                        .filter();
    }

    private static List<Link> parents(ObjectType type) {
        return type.links().stream().filter(l -> l.type().followed()).toList();
    }

    /** The records whose link leads to one of those. */
    static Filter through(Link link, Filter parents) {
        if (parents.equals(Filter.none())) {
            return Filter.none();
        }
        return parents.equals(Filter.all())
                ? Filter.leaf(link.name(), Op.NOT_EMPTY, null)
                : new Filter.Through(link.name(), parents);
    }
}
