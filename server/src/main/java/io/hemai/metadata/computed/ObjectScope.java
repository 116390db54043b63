package io.hemai.metadata.computed;

import io.hemai.formula.Scope;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.ObjectTypes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/** The names that a formula may use of an object: its fields, what its links lead to and what leads to it. */
public final class ObjectScope implements Scope {
    private final ObjectTypes all;
    private final ObjectType type;
    private final BiPredicate<ObjectType, io.hemai.metadata.Field<?>> known;

    /**
     * @param known whether the author knows of a field of an object; to others it is as if it were not there
     */
    public ObjectScope(ObjectTypes all, ObjectType type, BiPredicate<ObjectType, io.hemai.metadata.Field<?>> known) {
        this.all = all;
        this.type = type;
        this.known = known;
    }

    @Override
    public Optional<Named> find(String name) {
        Optional<io.hemai.metadata.Field<?>> field = type.field(name).filter(f -> known.test(type, f));
        if (field.isPresent()) {
            return field.get().type() instanceof io.hemai.metadata.fieldtype.LinkType link
                    ? all.find(link.target()).map(target -> new Scope.Link(target.name(), of(target)))
                    : FormulaTypes.of(type.name(), field.get()).map(Scope.Field::new);
        }
        return inverse(name).map(link -> new Related(link.from(), of(all.require(link.from()))));
    }

    private Optional<io.hemai.metadata.Link> inverse(String name) {
        return all.inverse(type, name)
                .filter(link -> all.find(link.from())
                        .filter(from -> known.test(from, link.field()))
                        .isPresent());
    }

    private ObjectScope of(ObjectType other) {
        return new ObjectScope(all, other, known);
    }

    @Override
    public Collection<String> names() {
        List<String> names = new ArrayList<>();
        type.fields().stream()
                .filter(field -> known.test(type, field)
                        && FormulaTypes.of(type.name(), field).isPresent())
                .forEach(field -> names.add(field.name()));
        all.into(type).stream()
                .map(link -> link.type().inverse())
                .filter(name -> inverse(name).isPresent())
                .forEach(names::add);
        return names;
    }
}
