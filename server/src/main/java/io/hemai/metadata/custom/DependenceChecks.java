package io.hemai.metadata.custom;

import io.hemai.kernel.Problems;
import io.hemai.metadata.Choice;
import io.hemai.metadata.Field;
import io.hemai.metadata.MetadataError;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.fieldtype.Dependence;
import io.hemai.metadata.fieldtype.ListsChoices;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Says what is wrong with the field on which choices depend, and with the codes for which they are offered. */
@Component
class DependenceChecks {
    private final Shaping shaping;

    DependenceChecks(Shaping shaping) {
        this.shaping = shaping;
    }

    /**
     * What stood so before stays: a field that is away comes back with what depends on it, and codes that were taken off its list
     * may still be what records hold.
     *
     * @param field as it is to be
     * @param after the row that makes it so
     * @param before what was said until now
     */
    void check(Field<?> field, StoredField after, Definition before, StoredMeta stored, Problems problems) {
        if (!(field.type() instanceof ListsChoices listed)) {
            return;
        }
        String name = listed.choices().dependsOn();
        List<Choice> bound = listed.choices().all().stream()
                .filter(choice -> !choice.when().isEmpty())
                .toList();
        if (name == null) {
            bound.stream()
                    .findFirst()
                    .ifPresent(c -> problems.add(Definition.CHOICES, ShapingError.WHEN_ALONE, c.label()));
            return;
        }
        boolean kept = name.equals(Depending.on(before));
        ObjectType withAway = shaping.objectsWith(stored.restored(), after).require(after.object());
        Optional<Field<?>> on = withAway.field(name);
        if (!kept && !isThere(name, after, stored)) {
            problems.add(Definition.DEPENDS_ON, MetadataError.UNKNOWN_FIELD, after.object(), name);
        } else if (endsIn(field.name(), name, withAway)) {
            problems.add(Definition.DEPENDS_ON, ShapingError.DEPENDS_IN_RING, name);
        } else if (on.isPresent()) {
            Optional<ListsChoices> deciding = Dependence.deciding(on.get());
            if (deciding.isEmpty()) {
                problems.add(
                        Definition.DEPENDS_ON,
                        ShapingError.NOT_SINGLE_CHOICE,
                        on.get().label());
            } else {
                Set<String> known = kept ? new HashSet<>(Depending.codes(before)) : new HashSet<>();
                deciding.get().choices().all().forEach(choice -> known.add(choice.code()));
                bound.forEach(choice -> codes(choice, known, on.get(), problems));
            }
        }
    }

    private boolean isThere(String name, StoredField after, StoredMeta stored) {
        return shaping.objectsWith(stored, after)
                .require(after.object())
                .field(name)
                .isPresent();
    }

    /** Whether who goes from field to field on which each depends comes to that one. */
    private static boolean endsIn(String field, String start, ObjectType type) {
        Set<String> seen = new HashSet<>();
        for (String next = start; next != null && seen.add(next); next = next(next, type)) {
            if (next.equals(field)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable String next(String name, ObjectType type) {
        return type.field(name)
                .map(Field::type)
                .filter(ListsChoices.class::isInstance)
                .map(listed -> ((ListsChoices) listed).choices().dependsOn())
                .orElse(null);
    }

    private static void codes(Choice choice, Set<String> known, Field<?> on, Problems problems) {
        choice.when().stream()
                .filter(code -> !known.contains(code))
                .forEach(code ->
                        problems.add(Definition.CHOICES, ShapingError.UNKNOWN_WHEN, choice.label(), code, on.label()));
    }
}
