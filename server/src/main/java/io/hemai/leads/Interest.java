package io.hemai.leads;

import io.hemai.access.Gate;
import io.hemai.access.Rights;
import io.hemai.identity.Acting;
import io.hemai.kernel.Filter;
import io.hemai.kernel.RecordId;
import io.hemai.products.ProductObject;
import io.hemai.records.Query;
import io.hemai.records.Records;
import io.hemai.records.Row;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds the product that a lead is interested in, where its words are the name of just one that is sold. */
@Component
class Interest {
    private final LeadObject lead;
    private final ProductObject product;
    private final Records records;
    private final Gate gate;

    Interest(LeadObject lead, ProductObject product, Records records, Gate gate) {
        this.lead = lead;
        this.product = product;
        this.records = records;
        this.gate = gate;
    }

    /** Among the products that the person may read. */
    Optional<RecordId> product(Row from) {
        String words = from.value(lead.productInterest);
        if (words == null || !isSeen()) {
            return Optional.empty();
        }
        List<Row> named = records.list(Query.of(product)
                .where(product.name.is(words.strip()))
                .where(product.active.is(true))
                .limit(2));
        return named.size() == 1 ? Optional.of(named.getFirst().id()) : Optional.empty();
    }

    private boolean isSeen() {
        Rights rights = gate.rights(Acting.who(), records.type(product));
        return !rights.read().equals(Filter.none()) && rights.sees(product.name) && rights.sees(product.active);
    }
}
