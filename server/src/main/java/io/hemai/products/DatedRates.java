package io.hemai.products;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.kernel.TenantId;
import io.hemai.records.ChangeSet;
import io.hemai.records.Query;
import io.hemai.records.Reaction;
import io.hemai.records.Records;
import io.hemai.records.Sort;
import io.hemai.records.ValueContexts;
import io.hemai.tenancy.CurrentTenant;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The rate in force on a day: the newest that began by then. Remembered for a few seconds, so that a batch of amounts asks once;
 * a new rate counts at once on the node that wrote it.
 */
@Component
class DatedRates implements ValueContexts.ExchangeRates, Reaction {
    private static final SystemIdentity LOOKING_UP = new SystemIdentity("exchange rates", "looks up a rate");
    private static final int MOST = 10_000;
    private static final Duration REMEMBERED = Duration.ofSeconds(5);

    private record Asked(TenantId tenant, String currency, LocalDate day) {}

    private final ExchangeRateObject rate;
    private final ObjectProvider<Records> records;
    private final Cache<Asked, Optional<BigDecimal>> remembered =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(REMEMBERED).build();

    /** Acts in which rates are being written: what is read meanwhile may not be so when they have ended. */
    private final Map<TenantId, Integer> writing = new ConcurrentHashMap<>();

    /** Records turn amounts into base currency themselves, so that they are asked for late. */
    DatedRates(ExchangeRateObject rate, ObjectProvider<Records> records) {
        this.rate = rate;
        this.records = records;
    }

    @Override
    public Optional<BigDecimal> rate(Currency currency, LocalDate day) {
        Asked asked = new Asked(CurrentTenant.get().id(), currency.getCurrencyCode(), day);
        Optional<BigDecimal> known = remembered.getIfPresent(asked);
        if (known == null) {
            known = find(asked);
            if (!writing.containsKey(asked.tenant())) {
                remembered.put(asked, known);
            }
        }
        return known;
    }

    private Optional<BigDecimal> find(Asked asked) {
        Query newest = Query.of(rate)
                .where(rate.currency.is(asked.currency()))
                .where(rate.validFrom.below(asked.day().plusDays(1)))
                .sort(Sort.byDescending(rate.validFrom));
        return Acting.call(LOOKING_UP, () -> records.getObject().find(newest).map(row -> row.require(rate.rate)));
    }

    @Override
    public String object() {
        return rate.name();
    }

    @Override
    public void after(ChangeSet written) {
        TenantId tenant = CurrentTenant.get().id();
        writing.merge(tenant, 1, Integer::sum);
        forget(tenant);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                writing.computeIfPresent(tenant, (t, acts) -> acts == 1 ? null : acts - 1);
                forget(tenant);
            }
        });
    }

    private void forget(TenantId tenant) {
        remembered.asMap().keySet().removeIf(asked -> asked.tenant().equals(tenant));
    }
}
