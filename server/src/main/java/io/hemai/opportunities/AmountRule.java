package io.hemai.opportunities;

import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.kernel.Money;
import io.hemai.kernel.RecordId;
import io.hemai.records.Change;
import io.hemai.records.ChangeSet;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.records.Rule;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * The amount of a deal with lines is their sum. The lines are read after the deal is locked, so that of two writers who add lines
 * at once the later one sees both.
 */
@Component
@Order(20)
class AmountRule implements Rule {
    private static final SystemIdentity SUMMING = new SystemIdentity("deal amounts", "sums the lines");

    private final OpportunityObject opportunity;
    private final OpportunityLineObject line;
    private final Records records;

    AmountRule(OpportunityObject opportunity, OpportunityLineObject line, Records records) {
        this.opportunity = opportunity;
        this.line = line;
        this.records = records;
    }

    @Override
    public String object() {
        return opportunity.name();
    }

    @Override
    public void apply(ChangeSet changes) {
        List<Change> asked = changes.sound(Change.Kind.UPDATE).stream()
                .filter(c -> c.given(opportunity.amount))
                .toList();
        if (asked.isEmpty()) {
            return;
        }
        Map<RecordId, List<Money>> totals =
                totals(asked.stream().map(Change::id).toList());
        for (Change change : asked) {
            sum(
                    change,
                    totals.getOrDefault(change.id(), List.of()),
                    changes.options().exact());
        }
    }

    private void sum(Change change, List<Money> totals, boolean exact) {
        Optional<Currency> other = totals.stream()
                .map(Money::currency)
                .filter(c -> !c.equals(totals.getFirst().currency()))
                .findFirst();
        if (other.isPresent()) {
            change.refuse(
                    opportunity.amount,
                    OpportunityError.MIXED_CURRENCIES,
                    totals.getFirst().currency().getCurrencyCode());
        } else if (!totals.isEmpty()) {
            Money sum = totals.stream().reduce(Money::plus).orElseThrow();
            if (LineSums.WHY.equals(change.why()) && !exact) {
                change.set(opportunity.amount, sum);
            } else if (!sum.equals(change.value(opportunity.amount))) {
                change.refuse(opportunity.amount, OpportunityError.AMOUNT_FROM_LINES);
            }
        }
    }

    /** The totals of the lines of each deal; deals without lines are missing. */
    private Map<RecordId, List<Money>> totals(List<RecordId> deals) {
        List<Row> lines = Acting.call(SUMMING, () -> records.linked(line, line.opportunity, deals));
        return lines.stream()
                .collect(Collectors.groupingBy(
                        row -> row.require(line.opportunity),
                        Collectors.mapping(row -> row.require(line.total), Collectors.toList())));
    }
}
