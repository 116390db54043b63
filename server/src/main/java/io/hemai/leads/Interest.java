package io.hemai.leads;

import io.hemai.access.Gate;
import io.hemai.access.Rights;
import io.hemai.identity.Acting;
import io.hemai.kernel.Filter;
import io.hemai.products.ProductObject;
import io.hemai.records.Query;
import io.hemai.records.Records;
import io.hemai.records.Row;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds the product that a lead is interested in, where its words are name or code of just one that is sold. */
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
    Optional<Row> product(Row from) {
        String words = from.value(lead.productInterest);
        if (words == null || !isSeen()) {
            return Optional.empty();
        }
        List<Row> named = records.list(Query.of(product)
                .where(called(words.strip()))
                .where(product.active.is(true))
                .limit(2));
        return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
    }

    /** What it is called comes back in the deal's name. */
    String name(Row found) {
        return Objects.requireNonNull(found.value(product.name));
    }

    private Filter called(String words) {
        Filter named = product.name.is(words);
        return rights().sees(product.code) ? named.or(product.code.is(words)) : named;
    }

    private Rights rights() {
        return gate.rights(Acting.who(), records.type(product));
    }

    private boolean isSeen() {
        Rights rights = rights();
        return !rights.read().equals(Filter.none()) && rights.sees(product.name) && rights.sees(product.active);
    }
}
