package io.hemai.products;

import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectTrait;
import io.hemai.metadata.StandardObject;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** What a unit of a currency is worth in base currency from a day on, until the next rate of that currency. */
@Component
public final class ExchangeRateObject extends StandardObject {
    private static final int PLACES = 8;

    /** Currency and day, so that no two rates begin together. */
    public final Field<String> name = add(text("name").readOnly().unique().naming());
    /** ISO 4217 code. */
    public final Field<String> currency = add(text("currency").required());

    public final Field<LocalDate> validFrom = add(date("valid_from").required());
    public final Field<BigDecimal> rate = add(decimal("rate", PLACES).required());

    ExchangeRateObject() {
        super("exchange_rate", ObjectTrait.REFERENCE);
    }
}
