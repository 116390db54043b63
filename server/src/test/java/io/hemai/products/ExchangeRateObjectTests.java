package io.hemai.products;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hemai.kernel.Filter;
import io.hemai.kernel.Money;
import io.hemai.kernel.Op;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.StandardObject;
import io.hemai.records.StandardObjectContract;
import io.hemai.records.Values;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ExchangeRateObjectTests extends StandardObjectContract {
    @Autowired
    ExchangeRateObject rate;

    @Autowired
    ProductObject product;

    private LocalDate day = LocalDate.of(2020, 1, 1);

    @Override
    protected StandardObject object() {
        return rate;
    }

    @Override
    protected Values example() {
        day = day.plusDays(1);
        return of("USD", day, "7.10000000");
    }

    private Values of(String currency, LocalDate from, String worth) {
        return Values.of(rate.currency, currency).set(rate.validFrom, from).set(rate.rate, new BigDecimal(worth));
    }

    @Test
    void amountsCountInBaseCurrencyAtTheNewestRateThatBegan() {
        company.run(() -> {
            records.create(rate, of("EUR", LocalDate.of(2020, 1, 1), "7.7"));
            records.create(rate, of("EUR", LocalDate.of(2020, 2, 1), "7.9"));
            records.create(rate, of("EUR", LocalDate.of(2999, 1, 1), "100"));
        });
        RecordId id = company.call(() -> records.create(
                product, Values.of(product.name, "Import").set(product.listPrice, Money.of("10", "EUR"))));
        Filter worth = Filter.leaf("list_price", Op.EQ, Money.of("79", "CNY"));
        assertThat(company.call(
                        () -> records.count("product", CommonFields.ID.is(id).and(worth))))
                .isEqualTo(1);
    }

    @Test
    void anAmountWithoutARateIsRefused() {
        assertThatThrownBy(() -> company.call(() -> records.create(
                        product, Values.of(product.name, "Import").set(product.listPrice, Money.of("10", "CHF")))))
                .hasMessage("value.no_rate");
    }

    @Test
    void twoRatesOfACurrencyNeverBeginTogether() {
        company.run(() -> records.create(rate, of("GBP", LocalDate.of(2020, 1, 1), "9")));
        assertThatThrownBy(() -> company.call(() -> records.create(rate, of("gbp", LocalDate.of(2020, 1, 1), "9.1"))))
                .hasMessage("record.not_unique");
    }

    @Test
    void theBaseCurrencyAndUnknownOnesAreRefused() {
        assertThatThrownBy(() -> company.call(() -> records.create(rate, of("CNY", day, "1"))))
                .hasMessage("exchange_rate.base_currency");
        assertThatThrownBy(() -> company.call(() -> records.create(rate, of("ABC", day, "1"))))
                .hasMessage("value.unknown_currency");
        assertThatThrownBy(() -> company.call(() -> records.create(rate, of("JPY", day, "0"))))
                .hasMessage("exchange_rate.not_positive");
    }
}
