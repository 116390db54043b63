package io.hemai.metadata.custom;

import io.hemai.kernel.KernelError;
import io.hemai.kernel.Problems;
import io.hemai.metadata.Field;
import io.hemai.metadata.MetadataError;
import io.hemai.metadata.Trait;
import io.hemai.metadata.fieldtype.EnumType;
import io.hemai.metadata.fieldtype.ListsChoices;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a company may not change of a delivered field. */
final class Overrides {
    private Overrides() {}

    static void check(Field<?> field, Map<String, Object> changes, Problems problems) {
        if (field.has(Trait.READ_ONLY) && Boolean.TRUE.equals(changes.get(Definition.REQUIRED))) {
            problems.add(Definition.REQUIRED, ShapingError.FIXED, field.name());
        }
        if (field.has(Trait.REQUIRED)
                && field.initial() == null
                && Boolean.TRUE.equals(changes.get(Definition.HIDDEN))) {
            problems.add(Definition.HIDDEN, MetadataError.REQUIRED);
        }
        if (changes.get(Definition.CHOICES) instanceof List<?> choices) {
            choices(field, choices, problems);
        }
        if (changes.get(Definition.DEPENDS_ON) != null && !(field.type() instanceof ListsChoices)) {
            problems.add(Definition.DEPENDS_ON, KernelError.UNKNOWN_PROPERTY, Definition.DEPENDS_ON);
        }
    }

    private static void choices(Field<?> field, List<?> choices, Problems problems) {
        if (!(field.type() instanceof ListsChoices listed)) {
            problems.add(Definition.CHOICES, KernelError.UNKNOWN_PROPERTY, Definition.CHOICES);
            return;
        }
        for (Object each : choices) {
            if (!(each instanceof Map<?, ?> choice) || !(choice.get("code") instanceof String code)) {
                problems.add(Definition.CHOICES, KernelError.WRONG_TYPE, Definition.CHOICES);
            } else if (!(choice.get(Definition.COLOR) == null || choice.get(Definition.COLOR) instanceof String)) {
                problems.add(Definition.CHOICES, KernelError.WRONG_TYPE, Definition.COLOR);
            } else if (!isWhen(choice.get(Definition.WHEN))) {
                problems.add(Definition.CHOICES, KernelError.WRONG_TYPE, Definition.WHEN);
            } else if (field.type() instanceof EnumType<?>
                    && listed.choices().code(code).isEmpty()) {
                problems.add(Definition.CHOICES, ShapingError.CHOICE_FIXED, code);
            }
        }
    }

    private static boolean isWhen(@Nullable Object given) {
        return given == null
                || (given instanceof List<?> codes && codes.stream().allMatch(String.class::isInstance));
    }
}
