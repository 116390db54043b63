package io.hemai.products;

import io.hemai.kernel.world.Currencies;
import io.hemai.metadata.MetadataError;
import io.hemai.records.Change;
import io.hemai.records.ChangeSet;
import io.hemai.records.Rule;
import java.math.BigDecimal;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** A rate is more than nothing, of a currency that there is and that is not the company's own. */
@Component
final class ExchangeRateRule implements Rule {
    private final ExchangeRateObject rate;

    ExchangeRateRule(ExchangeRateObject rate) {
        this.rate = rate;
    }

    @Override
    public String object() {
        return rate.name();
    }

    @Override
    public void apply(ChangeSet changes) {
        String base = changes.context().rates().base().getCurrencyCode();
        changes.written().forEach(change -> check(change, base));
    }

    private void check(Change change, String base) {
        BigDecimal value = change.value(rate.rate);
        if (value != null && value.signum() <= 0) {
            change.refuse(rate.rate, ProductsError.NOT_POSITIVE);
        }
        String typed = change.value(rate.currency);
        if (typed == null) {
            return;
        }
        String code = typed.toUpperCase(Locale.ROOT);
        change.set(rate.currency, code);
        if (!Currencies.isKnown(code)) {
            change.refuse(rate.currency, MetadataError.UNKNOWN_CURRENCY, typed);
        } else if (code.equals(base)) {
            change.refuse(rate.currency, ProductsError.BASE_CURRENCY, base);
        }
        change.set(rate.name, code + " " + change.value(rate.validFrom));
    }
}
