package io.hemai.opportunities;

import io.hemai.access.Gate;
import io.hemai.access.Rights;
import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.kernel.Money;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.StandardObject;
import io.hemai.products.ProductObject;
import io.hemai.records.Change;
import io.hemai.records.ChangeSet;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.records.Rule;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * A line takes name, unit and price from its product where nobody says otherwise, and totals itself. The price only as far as it tells
 * its writer nothing: who sees prices of lines but not of products says what it is.
 */
@Component
@Order(10)
class LineRule implements Rule {
    private static final SystemIdentity LOOKING_UP = new SystemIdentity("deal lines", "looks up the product");
    private static final BigDecimal ALL = BigDecimal.valueOf(100);
    private static final int PLACES_OF_PERCENT = 2;

    private final OpportunityLineObject line;
    private final ProductObject product;
    private final Records records;
    private final Gate gate;

    LineRule(OpportunityLineObject line, ProductObject product, Records records, Gate gate) {
        this.line = line;
        this.product = product;
        this.records = records;
        this.gate = gate;
    }

    @Override
    public String object() {
        return line.name();
    }

    @Override
    public void apply(ChangeSet changes) {
        takeFromProducts(changes.written());
        for (Change change : changes.written()) {
            check(change);
            total(change);
        }
    }

    private void takeFromProducts(List<Change> written) {
        List<Change> chosen = written.stream()
                .filter(c -> c.value(line.product) != null && c.changes(line.product))
                .toList();
        if (chosen.isEmpty()) {
            return;
        }
        List<RecordId> ids = chosen.stream()
                .flatMap(c -> Stream.ofNullable(c.value(line.product)))
                .toList();
        boolean priced =
                rights(product).sees(product.listPrice) || !rights(line).sees(line.unitPrice);
        Map<RecordId, Row> products = Acting.call(LOOKING_UP, () -> records.rows(product.name(), ids));
        for (Change change : chosen) {
            Row row = products.get(change.value(line.product));
            if (row != null) {
                take(change, row, priced);
            }
        }
    }

    private Rights rights(StandardObject object) {
        return gate.rights(Acting.who(), records.type(object));
    }

    private void take(Change change, Row from, boolean priced) {
        if (!change.given(line.name)) {
            change.set(line.name, from.value(product.name));
        }
        if (!change.given(line.unit)) {
            change.set(line.unit, from.value(product.unit));
        }
        if (priced && !change.given(line.unitPrice)) {
            change.set(line.unitPrice, from.value(product.listPrice));
        }
    }

    private void check(Change change) {
        BigDecimal quantity = change.value(line.quantity);
        if (quantity != null && quantity.signum() <= 0) {
            change.refuse(line.quantity, OpportunityError.QUANTITY_POSITIVE);
        }
    }

    private void total(Change change) {
        Money price = change.value(line.unitPrice);
        BigDecimal quantity = change.value(line.quantity);
        BigDecimal discount = Objects.requireNonNullElse(change.value(line.discount), BigDecimal.ZERO);
        change.set(
                line.total,
                price == null || quantity == null
                        ? null
                        : price.times(quantity.multiply(ALL.subtract(discount)).movePointLeft(PLACES_OF_PERCENT)));
    }
}
