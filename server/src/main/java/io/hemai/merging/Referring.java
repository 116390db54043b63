package io.hemai.merging;

import io.hemai.kernel.Filter;
import io.hemai.kernel.Op;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.Field;
import io.hemai.metadata.Link;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.fieldtype.About;
import io.hemai.metadata.fieldtype.AboutType;
import io.hemai.records.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How records of one object lead to those of another: by links, and by what they are about.
 *
 * @param child the object that leads
 * @param target the object it leads to
 */
record Referring(ObjectType child, ObjectType target, List<Field<RecordId>> links, Optional<Field<About>> about) {
    static Referring of(ObjectType child, ObjectType target) {
        return new Referring(
                child,
                target,
                child.links().stream()
                        .filter(link -> link.target().equals(target.name()))
                        .map(Link::field)
                        .toList(),
                aboutOf(child));
    }

    @SuppressWarnings("unchecked") // an AboutType is a FieldType<About>, so its field is a Field<About>
    private static Optional<Field<About>> aboutOf(ObjectType child) {
        return child.fields().stream()
                .filter(f -> f.type() instanceof AboutType)
                .findFirst()
                .map(f -> (Field<About>) f);
    }

    boolean isAny() {
        return !links.isEmpty() || about.isPresent();
    }

    /** The records that lead to one of the targets. */
    Filter leadingTo(Collection<RecordId> targets) {
        return eachLeadingTo(targets).stream().reduce(Filter.none(), Filter::or);
    }

    /** The records that lead to one of the targets, for each field by which they can. */
    List<Filter> eachLeadingTo(Collection<RecordId> targets) {
        List<Filter> each = new ArrayList<>();
        links.forEach(link -> each.add(link.in(targets)));
        about.ifPresent(field -> each.add(Filter.leaf(field.name(), Op.IN, List.copyOf(targets))));
        return each;
    }

    /** Where the fields of the row that lead to one of the targets lead now. */
    Map<String, About> leading(Row row, Collection<RecordId> targets) {
        Map<String, About> leading = new LinkedHashMap<>();
        for (Field<RecordId> link : links) {
            RecordId to = row.value(link);
            if (to != null && targets.contains(to)) {
                leading.put(link.name(), new About(target.name(), to));
            }
        }
        about.ifPresent(field -> {
            About to = row.value(field);
            if (to != null && targets.contains(to.id())) {
                leading.put(field.name(), to);
            }
        });
        return leading;
    }

    /**
     * What is written so that the fields lead elsewhere. Where there is something a record is about, all its links are written
     * along, so that none is taken for an old one of the former subject.
     */
    Map<String, @Nullable Object> leadingElsewhere(Row row, Map<String, About> fields) {
        Map<String, @Nullable Object> written = new LinkedHashMap<>();
        if (about.isPresent()) {
            child.links().forEach(link -> written.put(link.name(), row.value(link.field())));
        }
        links.stream()
                .filter(link -> fields.containsKey(link.name()))
                .forEach(link -> written.put(link.name(), to(row, fields.get(link.name()))));
        about.filter(field -> fields.containsKey(field.name()))
                .ifPresent(field -> written.put(field.name(), fields.get(field.name())));
        return written;
    }

    /** Nothing leads to itself. */
    private static @Nullable RecordId to(Row row, @Nullable About other) {
        return other == null || other.id().equals(row.id()) ? null : other.id();
    }
}
