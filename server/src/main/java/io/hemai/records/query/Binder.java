package io.hemai.records.query;

import io.hemai.access.Gate;
import io.hemai.access.Rights;
import io.hemai.identity.Identity;
import io.hemai.kernel.Filter;
import io.hemai.kernel.Limits;
import io.hemai.kernel.Op;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.Field;
import io.hemai.metadata.Link;
import io.hemai.metadata.MetadataError;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.ObjectTypes;
import io.hemai.metadata.ValueContext;
import io.hemai.records.RecordsError;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Binds filters for one identity: resolves names against what it may know, types the operands, and puts the identity's rights
 * on every object that a path crosses.
 */
public final class Binder {
    private final Identity who;
    private final ObjectTypes types;
    private final Gate gate;
    private final Operands operands;

    public Binder(Identity who, ObjectTypes types, Gate gate, ValueContext context, Clock clock) {
        this.who = who;
        this.types = types;
        this.gate = gate;
        this.operands = new Operands(who, gate, context, clock);
    }

    /** What the identity may do with the object. */
    public Rights rights(ObjectType type) {
        return gate.rights(who, type);
    }

    /** The records of the object that the identity may read. */
    public Condition readable(ObjectType type) {
        return rights(type, rights(type).read());
    }

    /** Binds a filter of the gate itself, which may name any field. */
    public Condition rights(ObjectType type, Filter filter) {
        return bind(type, filter, false, 0);
    }

    /** Binds a filter that a caller gave. */
    public Condition caller(ObjectType type, Filter filter) {
        int leaves = leaves(filter);
        if (leaves > Limits.FILTER_LEAVES) {
            throw Refusal.ofField("filter", RecordsError.FILTER_TOO_LARGE, leaves, Limits.FILTER_LEAVES);
        }
        int values = values(filter);
        if (values > Limits.FILTER_VALUES) {
            throw Refusal.ofField("filter", RecordsError.TOO_MANY_VALUES, values, Limits.FILTER_VALUES);
        }
        return bind(type, filter, true, 0);
    }

    private static int values(Filter filter) {
        return switch (filter) {
            case Filter.And(var parts) ->
                parts.stream().mapToInt(Binder::values).sum();
            case Filter.Or(var parts) -> parts.stream().mapToInt(Binder::values).sum();
            case Filter.Not(var part) -> values(part);
            case Filter.Leaf leaf -> leaf.value() instanceof Collection<?> several ? several.size() : 1;
            case Filter.Shared shared -> 0;
            case Filter.Through through -> 0;
        };
    }

    private static int leaves(Filter filter) {
        return switch (filter) {
            case Filter.And(var parts) ->
                parts.stream().mapToInt(Binder::leaves).sum();
            case Filter.Or(var parts) -> parts.stream().mapToInt(Binder::leaves).sum();
            case Filter.Not(var part) -> leaves(part);
            case Filter.Leaf leaf -> 1;
            case Filter.Shared shared -> 1;
            case Filter.Through through -> 1;
        };
    }

    private Condition bind(ObjectType type, Filter filter, boolean asCaller, int depth) {
        if (asCaller && depth > Limits.FILTER_DEPTH) {
            throw Refusal.ofField("filter", RecordsError.FILTER_TOO_DEEP, Limits.FILTER_DEPTH);
        }
        return switch (filter) {
            case Filter.And(var parts) ->
                new Condition.All(parts.stream()
                        .map(p -> bind(type, p, asCaller, depth + 1))
                        .toList());
            case Filter.Or(var parts) ->
                new Condition.Any(parts.stream()
                        .map(p -> bind(type, p, asCaller, depth + 1))
                        .toList());
            case Filter.Not(var part) -> new Condition.Not(bind(type, part, asCaller, depth + 1));
            case Filter.Leaf leaf -> leaf(type, leaf, Arrays.asList(leaf.path().split("\\.", -1)), asCaller);
            case Filter.Shared(var user, var departments, var levels) ->
                new Condition.SharedWith(type, user, departments, levels);
            case Filter.Through(var link, var parent) -> through(type, link, parent);
        };
    }

    private Condition through(ObjectType type, String name, Filter parent) {
        Link link = type.link(name).orElseThrow(() -> new IllegalStateException(type + " has no link " + name));
        ObjectType target = types.require(link.target());
        return new Condition.To(link, target, bind(target, parent, false, 0));
    }

    private Condition leaf(ObjectType type, Filter.Leaf leaf, List<String> names, boolean asCaller) {
        if (names.size() - 1 > Limits.LINK_HOPS) {
            throw Refusal.ofField(leaf.path(), RecordsError.TOO_MANY_HOPS, Limits.LINK_HOPS);
        }
        List<Step> steps = new ArrayList<>();
        ObjectType at = type;
        for (String name : names.subList(0, names.size() - 1)) {
            Step step = step(at, name, leaf.path(), asCaller);
            steps.add(step);
            at = step.reached();
        }
        Field<?> field = field(at, names.getLast(), leaf.path(), asCaller);
        checkOperator(at, field, leaf, asCaller);
        return along(steps, field, leaf, asCaller);
    }

    /**
     * Wraps the test of the last field in the links that lead to it. Over links to one record what is missing counts as empty,
     * so the operators that match empty become the denial of their opposite; over links to many a comparison means "any".
     * The gate's own filters reach what the identity may not read: rights that asked for rights might never end.
     */
    private Condition along(List<Step> steps, Field<?> field, Filter.Leaf leaf, boolean asCaller) {
        boolean many = steps.stream().anyMatch(Step::many);
        Optional<Op> opposite =
                steps.isEmpty() || many ? Optional.empty() : leaf.op().positive();
        Condition condition =
                operands.test(field, new Filter.Leaf(leaf.path(), opposite.orElse(leaf.op()), leaf.value()));
        for (Step step : steps.reversed()) {
            Condition matches = asCaller ? readable(step.reached()).and(condition) : condition;
            condition = step.many()
                    ? new Condition.From(step.link(), step.reached(), matches)
                    : new Condition.To(step.link(), step.reached(), matches);
        }
        return opposite.isPresent() ? new Condition.Not(condition) : condition;
    }

    /** One link of a path, to one record or to many. */
    private record Step(Link link, ObjectType reached, boolean many) {}

    private Step step(ObjectType at, String name, String path, boolean asCaller) {
        Optional<Link> forward = at.link(name).filter(l -> !asCaller || sees(at, l.field()));
        if (forward.isPresent()) {
            return new Step(forward.get(), reached(forward.get().target(), path), false);
        }
        Link back = types.inverse(at, name)
                .filter(l -> !asCaller || sees(types.require(l.from()), l.field()))
                .orElseThrow(() -> Refusal.ofField(path, RecordsError.UNKNOWN_FIELD, at.name(), name));
        return new Step(back, reached(back.from(), path), true);
    }

    private ObjectType reached(String object, String path) {
        return types.find(object).orElseThrow(() -> Refusal.ofField(path, MetadataError.UNKNOWN_OBJECT, object));
    }

    private boolean sees(ObjectType type, Field<?> field) {
        return gate.rights(who, type).sees(field);
    }

    /** The field if the identity may know of it; a hidden one is as unknown as a misspelt one. */
    private Field<?> field(ObjectType type, String name, String path, boolean asCaller) {
        return type.field(name)
                .filter(f -> !asCaller || gate.rights(who, type).knows(f))
                .orElseThrow(() -> Refusal.ofField(path, RecordsError.UNKNOWN_FIELD, type.name(), name));
    }

    private void checkOperator(ObjectType type, Field<?> field, Filter.Leaf leaf, boolean asCaller) {
        if (!field.type().ops().contains(leaf.op())) {
            throw Refusal.ofField(
                    leaf.path(),
                    RecordsError.OPERATOR_UNFIT,
                    leaf.op().code(),
                    field.type().code(),
                    Op.codes(field.type().ops()));
        }
        Rights rights = gate.rights(who, type);
        if (asCaller && !rights.sees(field) && !leaf.op().unary()) {
            throw Refusal.ofField(leaf.path(), RecordsError.MASKED_FIELD, leaf.path());
        }
    }

    /** A field that a path of links to one record reaches, for reading and sorting. */
    public Reached reach(ObjectType type, String path) {
        List<String> names = Arrays.asList(path.split("\\.", -1));
        if (names.size() - 1 > Limits.LINK_HOPS) {
            throw Refusal.ofField(path, RecordsError.TOO_MANY_HOPS, Limits.LINK_HOPS);
        }
        List<Reached.Hop> hops = new ArrayList<>();
        ObjectType at = type;
        for (String name : names.subList(0, names.size() - 1)) {
            ObjectType here = at;
            Link link = at.link(name)
                    .filter(l -> sees(here, l.field()))
                    .orElseThrow(() -> Refusal.ofField(path, RecordsError.NOT_A_LINK, here.name(), name));
            at = reached(link.target(), path);
            hops.add(new Reached.Hop(link, at, readable(at)));
        }
        Field<?> field = field(at, names.getLast(), path, true);
        return new Reached(path, hops, at, field, sees(at, field));
    }

    /** The records of the link's target that the identity may see the label of. */
    public Condition readableTarget(Link link) {
        return types.find(link.target()).map(this::readable).orElse(Condition.never());
    }

    /** The object that a link leads to. */
    public Optional<ObjectType> target(Link link) {
        return types.find(link.target());
    }
}
