package io.hemai.workspace;

import io.hemai.kernel.Filter;
import io.hemai.metadata.Link;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.ObjectTypes;
import io.hemai.metadata.Trait;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Gathers what a question tells its readers of objects, fields and values, in the words of {@link Trait#DISCLOSES}. */
final class Disclosure {
    private static final String VALUES = "=";

    private final ObjectTypes types;
    private final ObjectType root;
    private final Set<String> told = new TreeSet<>();

    Disclosure(ObjectTypes types, ObjectType root) {
        this.types = types;
        this.root = root;
        told.add(root.name());
    }

    /** It shows the field that the path reaches. */
    void shows(String path) {
        walk(path, "");
    }

    /** It says by what the field is compared, counted or sorted. */
    void compares(String path) {
        walk(path, VALUES);
    }

    /** It asks by the filter. */
    void asks(Filter filter) {
        switch (filter) {
            case Filter.And(var parts) -> parts.forEach(this::asks);
            case Filter.Or(var parts) -> parts.forEach(this::asks);
            case Filter.Not(var part) -> asks(part);
            case Filter.Leaf leaf -> compares(leaf.path());
            case Filter.Shared shared -> throw new IllegalStateException("nobody writes this");
            case Filter.Through through -> throw new IllegalStateException("nobody writes this");
        }
    }

    private void walk(String path, String kind) {
        ObjectType at = root;
        List<String> names = Arrays.asList(path.split("\\.", -1));
        for (String name : names.subList(0, names.size() - 1)) {
            Optional<ObjectType> next = step(at, name);
            if (next.isEmpty()) {
                return;
            }
            at = next.get();
            told.add(at.name());
        }
        told.add(at.name() + "." + names.getLast() + kind);
    }

    /** Whoever goes over a link must see where it leads. */
    private Optional<ObjectType> step(ObjectType at, String name) {
        Optional<Link> forward = at.link(name);
        if (forward.isPresent()) {
            told.add(at.name() + "." + name + VALUES);
            return types.find(forward.get().target());
        }
        return types.inverse(at, name).flatMap(back -> {
            told.add(back.from() + "." + back.name() + VALUES);
            return types.find(back.from());
        });
    }

    List<String> told() {
        return List.copyOf(told);
    }
}
