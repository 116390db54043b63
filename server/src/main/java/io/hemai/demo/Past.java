package io.hemai.demo;

import io.hemai.kernel.Money;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.CommonFields;
import io.hemai.records.Values;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** What records of the demo company have in common: when they began, with whom, and money in yuan. */
final class Past {
    private static final Currency YUAN = Currency.getInstance("CNY");

    private Past() {}

    /** Values of a record that somebody made a while ago. */
    static Values since(Instant createdAt, @Nullable RecordId by) {
        return Values.of(CommonFields.CREATED_AT, createdAt).set(CommonFields.CREATED_BY, by);
    }

    static Money yuan(BigDecimal amount) {
        return new Money(amount, YUAN);
    }
}
