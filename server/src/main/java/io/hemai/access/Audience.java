package io.hemai.access;

import io.hemai.kernel.Filter;
import io.hemai.kernel.Limits;
import io.hemai.kernel.Op;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.Trait;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.util.function.SingletonSupplier;

/**
 * What people see because it is meant for one of their roles. Such a record is everybody's: only those who shape objects change
 * it, even if another person made it.
 */
final class Audience {
    private final Standing standing;
    private final boolean shapes;
    private final Supplier<List<String>> withheld;

    /**
     * @param withheld what the person does not know of, in the words of {@link Trait#DISCLOSES}
     */
    Audience(Standing standing, Supplier<List<String>> withheld) {
        this.standing = standing;
        this.shapes = standing.abilities().contains(Role.SHAPING);
        this.withheld = SingletonSupplier.of(withheld);
    }

    /** What the person reads, besides what it reads anyway; who shapes objects reads whatever is meant for anybody. */
    Filter read(ObjectType type, Filter anyway) {
        Optional<Field<?>> field = type.fieldWith(Trait.AUDIENCE);
        if (field.isEmpty()) {
            return anyway;
        }
        Filter meant = shapes
                ? Filter.leaf(field.get().name(), Op.NOT_EMPTY, null)
                : Filter.leaf(field.get().name(), Op.IN, roles());
        return new Alternatives().add(anyway).add(disclosed(type, meant)).filter();
    }

    private List<String> roles() {
        return Stream.concat(standing.roles().stream().map(Role::name), Stream.of(Role.EVERYONE))
                .toList();
    }

    /** What the person changes or deletes, of what it would without audiences. */
    Filter change(ObjectType type, Filter anyway) {
        Optional<Field<?>> field = type.fieldWith(Trait.AUDIENCE);
        if (field.isEmpty() || anyway.equals(Filter.none())) {
            return anyway;
        }
        return shapes
                ? new Alternatives()
                        .add(anyway)
                        .add(disclosed(type, Filter.leaf(field.get().name(), Op.NOT_EMPTY, null)))
                        .filter()
                : anyway.and(Filter.leaf(field.get().name(), Op.EMPTY, null));
    }

    /** The records of those that tell the person nothing that is withheld. */
    Filter disclosed(ObjectType type, Filter records) {
        return disclosed(type, records, Filter.none());
    }

    /** The same, and those besides of which the person may be told. */
    Filter disclosed(ObjectType type, Filter records, Filter told) {
        Optional<Field<?>> field = type.fieldWith(Trait.DISCLOSES);
        return field.isEmpty()
                        || records.equals(Filter.none())
                        || withheld.get().isEmpty()
                ? records
                : records.and(told.or(tellsNothing(field.get())));
    }

    private Filter tellsNothing(Field<?> disclosing) {
        List<String> all = withheld.get();
        Filter nothing = Filter.all();
        for (int from = 0; from < all.size(); from += Limits.IN_VALUES) {
            List<String> some = all.subList(from, Math.min(all.size(), from + Limits.IN_VALUES));
            nothing = nothing.and(Filter.leaf(disclosing.name(), Op.NOT_IN, some));
        }
        return nothing;
    }
}
