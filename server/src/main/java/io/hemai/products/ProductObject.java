package io.hemai.products;

import io.hemai.kernel.Money;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.Field;
import io.hemai.metadata.StandardObject;
import java.math.BigDecimal;
import org.springframework.stereotype.Component;

/** Something the company sells: goods, a service, a subscription. */
@Component
public final class ProductObject extends StandardObject {
    public final Field<String> name =
            add(text("name").required().searchable().indexed().naming());
    public final Field<String> code = add(text("code").unique().searchable());
    public final Field<String> category =
            add(openChoice("category", "hardware", "software", "service", "subscription"));
    public final Field<String> unit = add(openChoice("unit", "piece", "set", "license", "person_day", "month", "year"));
    public final Field<Money> listPrice = add(price("list_price"));
    public final Field<Money> cost = add(price("cost"));
    /** Value added tax contained in nothing yet: prices are without it. */
    public final Field<BigDecimal> taxRate = add(share("tax_rate"));

    public final Field<String> specification = add(text("specification"));
    public final Field<String> description = add(longText("description"));
    public final Field<RecordId> picture = add(image("picture"));
    public final Field<Boolean> active = add(bool("active").required().initially(true));

    ProductObject() {
        super("product");
        section("main", name, code, category, unit, active);
        section("price", listPrice, cost, taxRate);
        section("details", specification, description, picture);
        columns(code, category, unit, listPrice, active);
    }
}
