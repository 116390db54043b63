package io.hemai.automation;

import io.hemai.kernel.Filter;
import io.hemai.metadata.Link;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.ObjectTypes;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Collects which fields of which objects a definition uses. */
final class FieldsUsed {
    private final ObjectTypes types;
    private final Set<FlowPlan.Used> all = new LinkedHashSet<>();

    FieldsUsed(ObjectTypes types) {
        this.types = types;
    }

    Set<FlowPlan.Used> all() {
        return Set.copyOf(all);
    }

    void field(ObjectType type, String field) {
        all.add(new FlowPlan.Used(type.name(), field));
    }

    /** A record that is known by its name, where records of its object are; they have no fields of that name. */
    void named(String object, String name) {
        all.add(new FlowPlan.Used(object, name));
    }

    /** Every field that the filter names, and the links on the way there. */
    void asked(ObjectType type, Filter filter) {
        switch (filter) {
            case Filter.And(var parts) -> parts.forEach(part -> asked(type, part));
            case Filter.Or(var parts) -> parts.forEach(part -> asked(type, part));
            case Filter.Not(var part) -> asked(type, part);
            case Filter.Leaf leaf -> path(type, Arrays.asList(leaf.path().split("\\.", -1)));
            case Filter.Shared shared -> {}
            case Filter.Through through -> {}
        }
    }

    private void path(ObjectType type, List<String> names) {
        String name = names.getFirst();
        Optional<Link> back = type.field(name).isPresent() ? Optional.empty() : types.inverse(type, name);
        back.ifPresentOrElse(link -> all.add(new FlowPlan.Used(link.from(), link.name())), () -> field(type, name));
        if (names.size() > 1) {
            back.map(Link::from)
                    .or(() -> type.link(name).map(Link::target))
                    .flatMap(types::find)
                    .ifPresent(next -> path(next, names.subList(1, names.size())));
        }
    }
}
