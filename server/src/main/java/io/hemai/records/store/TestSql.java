package io.hemai.records.store;

import static org.jooq.impl.DSL.falseCondition;

import io.hemai.database.RawSql;
import io.hemai.kernel.Money;
import io.hemai.kernel.Op;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.text.Normalised;
import io.hemai.metadata.fieldtype.MoneyType;
import io.hemai.records.query.Condition;
import io.hemai.tenancy.CurrentTenant;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jooq.Name;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** One comparison in SQL. */
final class TestSql {
    private TestSql() {}

    static org.jooq.Condition compile(Condition.Test test, Name at) {
        org.jooq.Field<?> column = Tables.first(at, test.field());
        return switch (test.op()) {
            case EMPTY -> column.isNull();
            case NOT_EMPTY -> column.isNotNull();
            case NE -> ConditionSql.denied(compile(new Condition.Test(test.field(), Op.EQ, test.operands()), at));
            case NOT_IN -> ConditionSql.denied(compile(new Condition.Test(test.field(), Op.IN, test.operands()), at));
            default ->
                switch (test.field().type().comparison()) {
                    case TEXT -> text(test, column);
                    case CODE -> code(test, column);
                    case NUMBER, DATE, INSTANT -> ordered(test, column, test.operands());
                    case MONEY -> money(test, at);
                    case BOOLEAN, REFERENCE -> exact(test, column);
                    case SET -> set(test, column);
                    case PRESENCE -> throw new IllegalStateException("no such comparison: " + test.op());
                };
        };
    }

    private static org.jooq.Condition text(Condition.Test test, org.jooq.Field<?> column) {
        org.jooq.Field<String> folded = RawSql.fold(column.coerce(SQLDataType.VARCHAR));
        List<String> operands =
                test.operands().stream().map(o -> Normalised.of((String) o)).toList();
        return switch (test.op()) {
            case EQ -> folded.eq(operands.getFirst());
            case IN -> operands.isEmpty() ? falseCondition() : folded.in(operands);
            case CONTAINS -> folded.like(DSL.val("%" + escaped(operands.getFirst()) + "%"));
            case STARTS_WITH -> folded.like(DSL.val(escaped(operands.getFirst()) + "%"));
            default -> throw new IllegalStateException("no such comparison: " + test.op());
        };
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
    }

    private static org.jooq.Condition code(Condition.Test test, org.jooq.Field<?> column) {
        org.jooq.Field<String> codes = column.coerce(SQLDataType.VARCHAR);
        List<String> operands = test.operands().stream().map(TestSql::codeOf).toList();
        return switch (test.op()) {
            case EQ -> codes.eq(operands.getFirst());
            case IN -> operands.isEmpty() ? falseCondition() : codes.in(operands);
            case STARTS_WITH -> codes.like(DSL.val(escaped(operands.getFirst()) + "%"));
            default -> throw new IllegalStateException("no such comparison: " + test.op());
        };
    }

    private static String codeOf(Object operand) {
        return operand instanceof Enum<?> constant ? constant.name().toLowerCase(Locale.ROOT) : operand.toString();
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the operands have the class that the column's kind names
    private static org.jooq.Condition ordered(Condition.Test test, org.jooq.Field<?> column, List<Object> operands) {
        org.jooq.Field field = column;
        List<Object> bound = operands.stream().map(Tables::bindable).toList();
        return switch (test.op()) {
            case EQ -> field.eq(bound.getFirst());
            case IN -> bound.isEmpty() ? falseCondition() : field.in((Collection) bound);
            case LT -> field.lt(bound.getFirst());
            case LE -> field.le(bound.getFirst());
            case GT -> field.gt(bound.getFirst());
            case GE -> field.ge(bound.getFirst());
            case BETWEEN -> field.between(bound.getFirst(), bound.getLast());
            default -> throw new IllegalStateException("no such comparison: " + test.op());
        };
    }

    /** An operand in base currency is held against base amounts, another one only against amounts of its own currency. */
    private static org.jooq.Condition money(Condition.Test test, Name at) {
        List<Money> operands = test.operands().stream().map(Money.class::cast).toList();
        List<Object> amounts = operands.stream().<Object>map(Money::amount).toList();
        String currency = operands.getFirst().currency().getCurrencyCode();
        if (currency.equals(CurrentTenant.get().base().getCurrencyCode())) {
            return ordered(test, DSL.field(at.append(test.field().name() + MoneyType.BASE), BigDecimal.class), amounts);
        }
        return DSL.field(at.append(test.field().name() + MoneyType.CURRENCY), SQLDataType.VARCHAR)
                .eq(currency)
                .and(ordered(test, DSL.field(at.append(test.field().name()), BigDecimal.class), amounts));
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // as above
    private static org.jooq.Condition exact(Condition.Test test, org.jooq.Field<?> column) {
        List<Object> operands = test.operands().stream()
                .map(o -> o instanceof RecordId id ? (Object) id.value() : o)
                .toList();
        if (test.op() == Op.IN) {
            return operands.isEmpty() ? falseCondition() : ((org.jooq.Field) column).in((Collection) operands);
        }
        return ((org.jooq.Field) column).eq(operands.getFirst());
    }

    /** An operand is one code, or several of them. */
    private static org.jooq.Condition set(Condition.Test test, org.jooq.Field<?> column) {
        org.jooq.Field<String[]> codes = column.coerce(SQLDataType.CLOB.getArrayDataType());
        String[] operands = test.operands().stream()
                .flatMap(o -> o instanceof Collection<?> several ? several.stream() : Stream.of(o))
                .map(String::valueOf)
                .distinct()
                .toArray(String[]::new);
        org.jooq.Field<String[]> given = DSL.val(operands, SQLDataType.CLOB.getArrayDataType());
        return switch (test.op()) {
            case EQ, CONTAINS -> codes.contains(given);
            case IN -> RawSql.overlap(codes, given);
            default -> throw new IllegalStateException("no such comparison: " + test.op());
        };
    }
}
