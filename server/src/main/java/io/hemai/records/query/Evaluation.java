package io.hemai.records.query;

import io.hemai.kernel.Money;
import io.hemai.kernel.Op;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.text.Normalised;
import io.hemai.metadata.Comparison;
import io.hemai.metadata.Field;
import io.hemai.metadata.Link;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.ValueContext;
import io.hemai.records.Row;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Answers bound conditions from rows in memory, as PostgreSQL answers them from tables. What the rows do not tell (records that
 * lead here, shares, amounts at the rate of another day) it leaves open.
 */
public final class Evaluation {
    private final ValueContext context;
    private final Links links;

    public Evaluation(ValueContext context, Links links) {
        this.context = context;
        this.links = links;
    }

    /** Finds the records that links lead to. */
    public interface Links {
        /** The record of the target with that id; empty when there is none. */
        Optional<Row> follow(Link link, ObjectType target, RecordId id);
    }

    /** What is known. */
    public enum Verdict {
        YES,
        NO,
        OPEN;

        static Verdict of(boolean known) {
            return known ? YES : NO;
        }

        Verdict denied() {
            return switch (this) {
                case YES -> NO;
                case NO -> YES;
                case OPEN -> OPEN;
            };
        }
    }

    /** Whether the condition is true of the row. */
    public Verdict of(Row row, Condition condition) {
        return switch (condition) {
            case Condition.All(var parts) -> first(parts, part -> of(row, part), Verdict.NO, Verdict.YES);
            case Condition.Any(var parts) -> first(parts, part -> of(row, part), Verdict.YES, Verdict.NO);
            case Condition.Not(var part) -> of(row, part).denied();
            case Condition.Test test -> test(row.value(test.field()), test);
            case Condition.To(var link, var target, var matches) -> {
                RecordId id = row.value(link.field());
                yield id == null
                        ? Verdict.NO
                        : links.follow(link, target, id)
                                .map(reached -> of(reached, matches))
                                .orElse(Verdict.NO);
            }
            case Condition.From from -> Verdict.OPEN;
            case Condition.SharedWith shared -> Verdict.OPEN;
        };
    }

    /** The verdict that settles it, if a part has it; open if a part is; else the other one. */
    private static Verdict first(
            List<Condition> parts, Function<Condition, Verdict> verdict, Verdict settles, Verdict otherwise) {
        Verdict known = otherwise;
        for (Condition part : parts) {
            Verdict one = verdict.apply(part);
            if (one == settles) {
                return settles;
            }
            known = one == Verdict.OPEN ? one : known;
        }
        return known;
    }

    private Verdict test(@Nullable Object value, Condition.Test test) {
        return switch (test.op()) {
            case EMPTY -> Verdict.of(value == null);
            case NOT_EMPTY -> Verdict.of(value != null);
            case NE -> test(value, as(test, Op.EQ)).denied();
            case NOT_IN -> test(value, as(test, Op.IN)).denied();
            case EQ, LT, LE, GT, GE, BETWEEN, IN, CONTAINS, STARTS_WITH, WITHIN ->
                value == null ? Verdict.NO : compare(value, test);
        };
    }

    private static Condition.Test as(Condition.Test test, Op op) {
        return new Condition.Test(test.field(), op, test.operands());
    }

    private Verdict compare(Object value, Condition.Test test) {
        Comparison comparison = test.field().type().comparison();
        return switch (comparison) {
            case TEXT -> Verdict.of(text(Normalised.of(stored(test.field(), value)), test.op(), folded(test)));
            case CODE -> Verdict.of(text(stored(test.field(), value), test.op(), codes(test)));
            case NUMBER, DATE, INSTANT -> Verdict.of(ordered(value, test.op(), test.operands()));
            case MONEY -> money((Money) value, test);
            case BOOLEAN -> Verdict.of(test.operands().contains(value));
            case REFERENCE -> Verdict.of(test.operands().contains(reference(test.field(), value)));
            case SET -> Verdict.of(set((Collection<?>) value, test));
            case PRESENCE -> throw noSuch(test.op());
        };
    }

    private String stored(Field<?> field, Object value) {
        return value instanceof String text ? text : String.valueOf(column(field, value));
    }

    private @Nullable Object reference(Field<?> field, Object value) {
        return value instanceof RecordId ? value : column(field, value) instanceof UUID id ? new RecordId(id) : null;
    }

    /** What stands in the column that is compared. */
    @SuppressWarnings("unchecked") // a field's value has its type's class
    private @Nullable Object column(Field<?> field, Object value) {
        return ((Field<Object>) field).type().store(value, context)[0];
    }

    private static List<String> folded(Condition.Test test) {
        return test.operands().stream()
                .map(operand -> Normalised.of((String) operand))
                .toList();
    }

    private static List<String> codes(Condition.Test test) {
        return test.operands().stream().map(Evaluation::code).toList();
    }

    private static String code(Object operand) {
        return operand instanceof Enum<?> constant ? constant.name().toLowerCase(Locale.ROOT) : operand.toString();
    }

    private static boolean text(String value, Op op, List<String> operands) {
        return switch (op) {
            case EQ, IN -> operands.contains(value);
            case CONTAINS -> value.contains(operands.getFirst());
            case STARTS_WITH -> value.startsWith(operands.getFirst());
            default -> throw noSuch(op);
        };
    }

    private static boolean ordered(Object value, Op op, List<Object> operands) {
        return switch (op) {
            case EQ -> order(value, operands.getFirst()) == 0;
            case IN -> operands.stream().anyMatch(operand -> order(value, operand) == 0);
            case LT -> order(value, operands.getFirst()) < 0;
            case LE -> order(value, operands.getFirst()) <= 0;
            case GT -> order(value, operands.getFirst()) > 0;
            case GE -> order(value, operands.getFirst()) >= 0;
            case BETWEEN -> order(value, operands.getFirst()) >= 0 && order(value, operands.getLast()) <= 0;
            default -> throw noSuch(op);
        };
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // operands have the class of the field's values
    private static int order(Object value, Object operand) {
        return ((Comparable) value).compareTo(operand);
    }

    /** Beside an operand in base currency an amount counts at the rate of the day when it was written, which only its row has. */
    private Verdict money(Money value, Condition.Test test) {
        List<Money> operands = test.operands().stream().map(Money.class::cast).toList();
        if (operands.getFirst().currency().equals(value.currency())) {
            List<Object> amounts = operands.stream().<Object>map(Money::amount).toList();
            return Verdict.of(ordered(value.amount(), test.op(), amounts));
        }
        return operands.getFirst().currency().equals(context.rates().base()) ? Verdict.OPEN : Verdict.NO;
    }

    private static boolean set(Collection<?> value, Condition.Test test) {
        List<String> codes = value.stream().map(Evaluation::code).toList();
        List<String> operands = test.operands().stream()
                .flatMap(operand -> operand instanceof Collection<?> several ? several.stream() : Stream.of(operand))
                .map(Objects::toString)
                .toList();
        return switch (test.op()) {
            case EQ, CONTAINS -> codes.containsAll(operands);
            case IN -> operands.stream().anyMatch(codes::contains);
            default -> throw noSuch(test.op());
        };
    }

    private static IllegalStateException noSuch(Op op) {
        return new IllegalStateException("no such comparison: " + op);
    }
}
