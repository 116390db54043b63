package io.hemai.records.query;

import io.hemai.access.Gate;
import io.hemai.identity.Identity;
import io.hemai.identity.UserIdentity;
import io.hemai.kernel.Filter;
import io.hemai.kernel.Limits;
import io.hemai.kernel.Money;
import io.hemai.kernel.Op;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.kernel.Worded;
import io.hemai.metadata.Coerced;
import io.hemai.metadata.Comparison;
import io.hemai.metadata.Field;
import io.hemai.metadata.MetadataError;
import io.hemai.metadata.ValueContext;
import io.hemai.records.RecordsError;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Turns the plain JSON operands of a comparison into values of the field's class. A variable that stands for nobody, such as
 * {@code $my_department} of who works in none, is unlike every value and unlike empty: {@code eq} and {@code in} find nothing by
 * it, {@code ne} and {@code not_in} everything.
 */
final class Operands {
    private static final String ME = "$me";
    private static final String MY_DEPARTMENT = "$my_department";
    private static final Set<Object> KNOWN = Set.of(ME, MY_DEPARTMENT);

    private final Identity who;
    private final Gate gate;
    private final ValueContext context;
    private final Clock clock;

    Operands(Identity who, Gate gate, ValueContext context, Clock clock) {
        this.who = who;
        this.gate = gate;
        this.context = context;
        this.clock = clock;
    }

    /** The comparison with typed operands. */
    Condition test(Field<?> field, Filter.Leaf leaf) {
        Op op = leaf.op();
        return switch (op) {
            case EMPTY, NOT_EMPTY -> new Condition.Test(field, op, List.of());
            case IN, NOT_IN -> new Condition.Test(field, op, list(field, leaf, Limits.IN_VALUES));
            case BETWEEN -> between(field, leaf);
            case WITHIN -> within(field, leaf);
            case EQ, NE, LT, LE, GT, GE, CONTAINS, STARTS_WITH -> single(field, leaf);
        };
    }

    /** Comparing with nothing asks for what is empty. */
    private Condition single(Field<?> field, Filter.Leaf leaf) {
        if (isNobody(field, leaf.value())) {
            return leaf.op() == Op.NE ? Condition.always() : Condition.never();
        }
        Object operand = leaf.value() == null ? null : operand(field, leaf, leaf.value());
        if (operand != null) {
            return new Condition.Test(field, leaf.op(), List.of(operand));
        }
        return switch (leaf.op()) {
            case EQ -> new Condition.Test(field, Op.EMPTY, List.of());
            case NE -> new Condition.Test(field, Op.NOT_EMPTY, List.of());
            default -> throw expected(leaf, "operand.value");
        };
    }

    private Condition between(Field<?> field, Filter.Leaf leaf) {
        List<Object> bounds = list(field, leaf, 2);
        if (bounds.size() != 2) {
            throw expected(leaf, "operand.two");
        }
        if (bounds.getFirst() instanceof Money from
                && bounds.getLast() instanceof Money to
                && !from.currency().equals(to.currency())) {
            throw Refusal.ofField(leaf.path(), RecordsError.MIXED_CURRENCIES, from.currency(), to.currency());
        }
        return new Condition.Test(field, Op.BETWEEN, bounds);
    }

    private List<Object> list(Field<?> field, Filter.Leaf leaf, int most) {
        if (!(leaf.value() instanceof List<?> values)) {
            throw expected(leaf, "operand.list");
        }
        if (values.size() > most) {
            throw Refusal.ofField(leaf.path(), RecordsError.TOO_MANY_VALUES, values.size(), most);
        }
        return values.stream()
                .map(v -> v == null || isNobody(field, v) ? null : operand(field, leaf, v))
                .filter(Objects::nonNull)
                .toList();
    }

    private Condition within(Field<?> field, Filter.Leaf leaf) {
        if (!(leaf.value() instanceof String name)) {
            throw expected(leaf, "operand.period");
        }
        Periods.Period period = Periods.of(leaf.path(), name, LocalDate.ofInstant(clock.instant(), context.zone()));
        if (field.type().comparison() == Comparison.DATE) {
            return new Condition.Test(field, Op.BETWEEN, List.of(period.first(), period.last()));
        }
        return new Condition.All(List.of(
                new Condition.Test(
                        field,
                        Op.GE,
                        List.of(period.first().atStartOfDay(context.zone()).toInstant())),
                new Condition.Test(
                        field,
                        Op.LT,
                        List.of(period.last()
                                .plusDays(1)
                                .atStartOfDay(context.zone())
                                .toInstant()))));
    }

    private @Nullable Object operand(Field<?> field, Filter.Leaf leaf, Object raw) {
        Object meant = variable(field, leaf, raw);
        return switch (field.type().operand(leaf.op(), meant, context)) {
            case Coerced.Good<?>(var value) -> comparable(field, value);
            // no record holds such a text, and asking for it is no mistake
            case Coerced.Bad<?> bad
            when field.type().comparison() == Comparison.TEXT && meant instanceof String -> meant;
            case Coerced.Bad<?>(var code, var args)
            when code == MetadataError.UNKNOWN_CHOICE ->
                throw Refusal.ofField(
                        leaf.path(), RecordsError.INVALID_OPERAND, leaf.op().code(), args.getLast());
            case Coerced.Bad<?> bad ->
                throw expected(
                        leaf, "operand." + field.type().comparison().name().toLowerCase(Locale.ROOT));
        };
    }

    /** Texts compare as they are stored, whatever class their values have. */
    @SuppressWarnings("unchecked") // the value was made by the field's own type
    private @Nullable Object comparable(Field<?> field, @Nullable Object value) {
        return value == null || value instanceof String || field.type().comparison() != Comparison.TEXT
                ? value
                : ((Field<Object>) field).type().store(value, context)[0];
    }

    private Object variable(Field<?> field, Filter.Leaf leaf, Object raw) {
        if (!isVariable(field, raw)) {
            return raw;
        }
        return meant(raw).<Object>map(id -> id).orElseThrow(() -> expected(leaf, "operand.reference"));
    }

    private static Refusal expected(Filter.Leaf leaf, String form) {
        return Refusal.ofField(
                leaf.path(), RecordsError.INVALID_OPERAND, leaf.op().code(), new Worded(form));
    }

    private boolean isNobody(Field<?> field, @Nullable Object raw) {
        return isVariable(field, raw) && KNOWN.contains(raw) && meant(raw).isEmpty();
    }

    private static boolean isVariable(Field<?> field, @Nullable Object raw) {
        return field.type().comparison() == Comparison.REFERENCE && raw instanceof String name && name.startsWith("$");
    }

    private Optional<RecordId> meant(@Nullable Object variable) {
        if (ME.equals(variable)) {
            return who instanceof UserIdentity user ? Optional.of(user.user()) : Optional.empty();
        }
        return MY_DEPARTMENT.equals(variable) ? gate.department(who) : Optional.empty();
    }
}
