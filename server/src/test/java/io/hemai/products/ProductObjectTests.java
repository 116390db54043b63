package io.hemai.products;

import io.hemai.kernel.Money;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.StandardObject;
import io.hemai.records.StandardObjectContract;
import io.hemai.records.Values;
import java.math.BigDecimal;
import org.springframework.beans.factory.annotation.Autowired;

class ProductObjectTests extends StandardObjectContract {
    @Autowired
    ProductObject product;

    @Override
    protected StandardObject object() {
        return product;
    }

    @Override
    protected Values example() {
        return Values.of(product.name, "GTX Pro")
                .set(product.code, RecordId.next().toString())
                .set(product.category, "hardware")
                .set(product.unit, "piece")
                .set(product.listPrice, Money.of("4821.00", "CNY"))
                .set(product.taxRate, new BigDecimal("13.00"));
    }
}
