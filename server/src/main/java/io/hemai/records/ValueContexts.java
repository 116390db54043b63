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
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Says where the values of the current work come from: the person's zone and language, the company's currency and rates. */
@Component
public class ValueContexts {
    private final Supplier<List<ExchangeRates>> rates;
    private final Supplier<List<RateDay>> days;
    private final Clock clock;

    ValueContexts(ObjectProvider<ExchangeRates> rates, ObjectProvider<RateDay> days, Clock clock) {
        this.clock = clock;
        this.rates = SingletonSupplier.of(() -> rates.stream().toList());
        this.days = SingletonSupplier.of(() -> days.stream().toList());
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
                tenant.country(),
                new TenantRates(tenant, null));
    }

    /** Whether the amounts of the record count at another day's rates than they did, changed or not. */
    public boolean redated(Change change) {
        return rateDay(change)
                .filter(day -> !day.day(change).equals(day.dayBefore(change)))
                .isPresent();
    }

    private Optional<RateDay> rateDay(Change change) {
        return days.get().stream()
                .filter(day -> day.object().equals(change.type().name()))
                .findFirst();
    }

    /** The context of a set as it is for one of its records. */
    public ValueContext of(ChangeSet changes, Change change) {
        ValueContext usual = changes.context();
        return rateDay(change)
                .flatMap(day -> day.day(change))
                .map(day -> new ValueContext(
                        usual.zone(), usual.locale(), usual.country(), new TenantRates(CurrentTenant.get(), day)))
                .orElse(usual);
    }

    private final class TenantRates implements ValueContext.Rates {
        private final Tenant tenant;
        private final @Nullable LocalDate day;

        TenantRates(Tenant tenant, @Nullable LocalDate day) {
            this.tenant = tenant;
            this.day = day;
        }

        @Override
        public Currency base() {
            return tenant.base();
        }

        @Override
        public boolean knows(Currency currency) {
            return currency.equals(tenant.base()) || rate(currency).isPresent();
        }

        private Optional<BigDecimal> rate(Currency currency) {
            LocalDate on = day == null ? LocalDate.ofInstant(clock.instant(), tenant.zone()) : day;
            return rates.get().stream()
                    .flatMap(r -> r.rate(currency, on).stream())
                    .findFirst();
        }

        @Override
        public BigDecimal toBase(Money money) {
            if (money.currency().equals(tenant.base())) {
                return money.amount();
            }
            return rate(money.currency())
                    .map(rate -> new Money(money.amount().multiply(rate), tenant.base()).amount())
                    .orElseThrow(() ->
                            Refusal.of(MetadataError.NO_RATE, money.currency().getCurrencyCode()));
        }
    }
}
