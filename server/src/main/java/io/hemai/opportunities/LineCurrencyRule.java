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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** All lines of a deal are in one currency, so that they have a sum. */
@Component
@Order(20)
class LineCurrencyRule implements Rule {
    private static final SystemIdentity LOOKING_UP = new SystemIdentity("deal lines", "looks up the other lines");

    private final OpportunityLineObject line;
    private final Records records;

    LineCurrencyRule(OpportunityLineObject line, Records records) {
        this.line = line;
        this.records = records;
    }

    @Override
    public String object() {
        return line.name();
    }

    @Override
    public void apply(ChangeSet changes) {
        List<Change> priced = changes.written().stream()
                .filter(c -> c.value(line.opportunity) != null && c.changes(line.unitPrice))
                .toList();
        if (priced.isEmpty()) {
            return;
        }
        Map<RecordId, Currency> currencies = standing(priced);
        for (Change change : priced) {
            Money price = change.value(line.unitPrice);
            RecordId deal = change.value(line.opportunity);
            if (price != null && deal != null) {
                Currency first = currencies.putIfAbsent(deal, price.currency());
                if (first != null && !first.equals(price.currency())) {
                    change.refuse(line.unitPrice, OpportunityError.MIXED_CURRENCIES, first.getCurrencyCode());
                }
            }
        }
    }

    /** The currencies of the deals' lines that stay as they are. */
    private Map<RecordId, Currency> standing(List<Change> priced) {
        Set<RecordId> changing = new HashSet<>();
        priced.forEach(c -> changing.add(c.id()));
        List<RecordId> deals = priced.stream()
                .flatMap(c -> Stream.ofNullable(c.value(line.opportunity)))
                .toList();
        List<Row> lines = Acting.call(LOOKING_UP, () -> records.linked(line, line.opportunity, deals));
        Map<RecordId, Currency> currencies = new HashMap<>();
        lines.stream().filter(row -> !changing.contains(row.id())).forEach(row -> {
            Money price = row.value(line.unitPrice);
            if (price != null) {
                currencies.putIfAbsent(row.require(line.opportunity), price.currency());
            }
        });
        return currencies;
    }
}
