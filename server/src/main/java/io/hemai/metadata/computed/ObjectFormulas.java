package io.hemai.metadata.computed;

import io.hemai.formula.Formula;
import io.hemai.formula.Moment;
import io.hemai.formula.Order;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.ObjectTypes;
import io.hemai.metadata.ValueContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fields of an object that formulas work out, each after those that it reads. */
public final class ObjectFormulas {
    private final ObjectType type;
    private final List<FormulaField<?>> inOrder;

    private ObjectFormulas(ObjectType type, List<FormulaField<?>> inOrder) {
        this.type = type;
        this.inOrder = List.copyOf(inOrder);
    }

    /** Those of the object; one whose formula cannot be read, which a newer Hemai may bring about, keeps what it has. */
    public static ObjectFormulas of(ObjectTypes all, ObjectType type) {
        Map<String, FormulaField<?>> byName = new LinkedHashMap<>();
        Map<String, Set<String>> uses = new LinkedHashMap<>();
        type.fields()
                .forEach(field -> read(all, type, field).ifPresent(each -> {
                    byName.put(field.name(), each);
                    uses.put(field.name(), each.reads());
                }));
        return new ObjectFormulas(
                type,
                switch (Order.of(uses)) {
                    case Order.Sorted(var names) ->
                        names.stream()
                                .<FormulaField<?>>map(name -> Objects.requireNonNull(byName.get(name)))
                                .toList();
                    case Order.Circle circle -> List.of();
                });
    }

    private static <T> Optional<FormulaField<T>> read(ObjectTypes all, ObjectType type, Field<T> field) {
        String text = field.formula();
        return text != null
                        && Formula.read(text, new ObjectScope(all, type, (object, known) -> true))
                                instanceof Formula.Good(var formula)
                ? Optional.of(FormulaField.of(field, formula))
                : Optional.empty();
    }

    /** All of them, in the order in which they are worked out. */
    public List<FormulaField<?>> all() {
        return inOrder;
    }

    public boolean isEmpty() {
        return inOrder.isEmpty();
    }

    /** Whether one of them reads the field of the record. */
    public boolean anyReads(Field<?> field) {
        return inOrder.stream().anyMatch(each -> each.reads().contains(field.name()));
    }

    /**
     * Works all of them out for one record.
     *
     * @param values of the record by field; asked again for what was given to {@code into}
     * @param into takes what each field is to hold
     */
    public void workOut(
            Function<Field<?>, @Nullable Object> values,
            BiConsumer<Field<?>, @Nullable Object> into,
            Moment moment,
            ValueContext context) {
        inOrder.forEach(each -> into.accept(each.field(), each.value(type, values, moment, context)));
    }
}
