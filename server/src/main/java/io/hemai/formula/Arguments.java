package io.hemai.formula;

import io.hemai.kernel.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** What a call is given; each argument is worked out when it is first asked for. */
public final class Arguments {
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000);

    private final Run run;
    private final Expression.Call call;
    private final @Nullable Object[] values;
    private final boolean[] known;

    Arguments(Run run, Expression.Call call) {
        this.run = run;
        this.call = call;
        this.values = new Object[count()];
        this.known = new boolean[count()];
    }

    /** How many there are. */
    public int count() {
        return call.arguments().size();
    }

    /** The value; null when blank. */
    public @Nullable Object at(int place) {
        if (!known[place]) {
            values[place] = run.value(call.arguments().get(place));
            known[place] = true;
        }
        return values[place];
    }

    /** The value, for whose blank the formula provides: what made it blank is no fault then. */
    public @Nullable Object provided(int place) {
        int before = run.faults();
        Object value = at(place);
        if (value == null) {
            run.forget(before);
        }
        return value;
    }

    List<@Nullable Object> all() {
        List<@Nullable Object> all = new ArrayList<>();
        for (int i = 0; i < count(); i++) {
            all.add(at(i));
        }
        return all;
    }

    /** The condition; a blank one is false. */
    public boolean truth(int place) {
        return Boolean.TRUE.equals(at(place));
    }

    /** The text, empty when blank. */
    public String text(int place) {
        Object value = at(place);
        return value == null ? "" : value.toString();
    }

    /** A number that is not blank. */
    public BigDecimal number(int place) {
        return (BigDecimal) Objects.requireNonNull(at(place));
    }

    /** A whole number that is not blank, without what stands behind the point and at most a milliard. */
    public int whole(int place) {
        return number(place).max(MOST.negate()).min(MOST).intValue();
    }

    /** The same, or what counts when it is not given. */
    public int whole(int place, int otherwise) {
        return place < count() ? whole(place) : otherwise;
    }

    /** The day of a date or moment that is not blank. */
    public LocalDate day(int place) {
        return Objects.requireNonNull(at(place)) instanceof Instant moment
                ? run.moment().day(moment)
                : (LocalDate) Objects.requireNonNull(at(place));
    }

    /** The first argument, a number or an amount that is not blank, changed. */
    public @Nullable Object changed(UnaryOperator<BigDecimal> change) {
        return Objects.requireNonNull(at(0)) instanceof Money money
                ? arithmetic().money(change.apply(money.amount()), money.currency())
                : arithmetic().bounded(change.apply(number(0)));
    }

    /** Whether two arguments are the same, as = asks. */
    public boolean same(int one, int other) {
        return new Comparisons(run, call.at())
                .same(
                        call.arguments().get(one).type(),
                        at(one),
                        call.arguments().get(other).type(),
                        at(other));
    }

    Arithmetic arithmetic() {
        return new Arithmetic(run, call.at());
    }

    Comparisons comparisons() {
        return new Comparisons(run, call.at());
    }

    Moment moment() {
        return run.moment();
    }

    void spend(long steps) {
        run.spend(steps);
    }

    /** The text, unless it is too long. */
    public @Nullable String bounded(String text) {
        return run.bounded(text, call.at());
    }

    /** Blank, for this reason. */
    public @Nullable Object fault(FormulaError code, Object... args) {
        return run.fault(call.at(), code, args);
    }
}
