package io.hemai.records;

import io.hemai.identity.Acting;
import io.hemai.identity.Identity;
import io.hemai.identity.UserIdentity;
import io.hemai.kernel.Money;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.MetadataError;
import io.hemai.metadata.ValueContext;
import io.hemai.tenancy.CurrentTenant;
import io.hemai.tenancy.Tenant;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Says where the values of the current work come from: the person's zone and language, the company's currency and rates. */
@Component
public class ValueContexts {
    private final ObjectProvider<ExchangeRates> rates;
    private final Clock clock;

    ValueContexts(ObjectProvider<ExchangeRates> rates, Clock clock) {
        this.clock = clock;
        this.rates = rates;
    }

    /** Knows what a unit of a currency is worth; a business module provides it. */
    public interface ExchangeRates {
        /** Base currency per unit of the currency in force on the day. */
        Optional<BigDecimal> rate(Currency currency, LocalDate day);
    }

    /** The context of the acting identity in the bound tenant. */
    public ValueContext current() {
        Tenant tenant = CurrentTenant.get();
        Identity who = Acting.who();
        boolean person = who instanceof UserIdentity;
        return new ValueContext(
                person ? who.zone() : tenant.zone(),
                person ? who.locale() : tenant.locale(),
                tenant.locale().getCountry().isEmpty() ? "CN" : tenant.locale().getCountry(),
                new TenantRates(tenant));
    }

    private final class TenantRates implements ValueContext.Rates {
        private final Tenant tenant;

        TenantRates(Tenant tenant) {
            this.tenant = tenant;
        }

        @Override
        public Currency base() {
            return tenant.base();
        }

        @Override
        public BigDecimal toBase(Money money) {
            if (money.currency().equals(tenant.base())) {
                return money.amount();
            }
            LocalDate today = LocalDate.ofInstant(clock.instant(), tenant.zone());
            return rates.stream()
                    .flatMap(r -> r.rate(money.currency(), today).stream())
                    .findFirst()
                    .map(rate -> new Money(money.amount().multiply(rate), tenant.base()).amount())
                    .orElseThrow(() ->
                            Refusal.of(MetadataError.NO_RATE, money.currency().getCurrencyCode()));
        }
    }
}
