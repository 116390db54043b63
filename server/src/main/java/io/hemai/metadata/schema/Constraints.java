package io.hemai.metadata.schema;

import io.hemai.metadata.Field;
import io.hemai.metadata.Link;
import io.hemai.metadata.ObjectType;
import java.util.Collection;
import java.util.Optional;

/** Tells by the name of a constraint that PostgreSQL saw violated what it stands for. */
public final class Constraints {
    private Constraints() {}

    /** The field of the object whose values the constraint keeps apart. */
    public static Optional<Field<?>> unique(ObjectType type, String constraint) {
        return type.fields().stream()
                .filter(field -> Shapes.indexes(type.name(), field).stream()
                        .anyMatch(index -> index.unique() && index.name().equals(constraint)))
                .findFirst();
    }

    /** That of the links for which the constraint stands. */
    public static Optional<Link> reference(Collection<Link> links, String constraint) {
        return links.stream()
                .filter(link -> ReferenceShape.of(link.from(), link.name(), link.target())
                        .name()
                        .equals(constraint))
                .findFirst();
    }
}
