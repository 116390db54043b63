package io.hemai.opportunities;

import io.hemai.kernel.Money;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectTrait;
import io.hemai.metadata.OnDelete;
import io.hemai.metadata.StandardObject;
import java.math.BigDecimal;
import org.springframework.stereotype.Component;

/** So much of a product, at a price, in a deal. */
@Component
public final class OpportunityLineObject extends StandardObject {
    private static final int QUANTITY_PLACES = 4;

    public final Field<RecordId> opportunity = add(master("opportunity", "opportunity", "lines"));
    public final Field<RecordId> product = add(link("product", "product", "opportunity_lines", OnDelete.RESTRICT));
    /** The product's name unless given. */
    public final Field<String> name = add(text("name").required().derived().naming());

    public final Field<Long> position = add(integer("position"));
    public final Field<BigDecimal> quantity =
            add(decimal("quantity", QUANTITY_PLACES).required().initially(BigDecimal.ONE));
    public final Field<String> unit = add(text("unit").derived());
    /** The product's list price unless given; without tax. */
    public final Field<Money> unitPrice = add(price("unit_price").required().derived());

    public final Field<BigDecimal> discount = add(share("discount").required().initially(BigDecimal.ZERO));
    /** Quantity times price less discount, rounded half up once, to the currency's digits. */
    public final Field<Money> total = add(money("total").readOnly());

    OpportunityLineObject() {
        super("opportunity_line", ObjectTrait.LINE);
    }
}
