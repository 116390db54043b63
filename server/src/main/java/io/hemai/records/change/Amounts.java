package io.hemai.records.change;

import io.hemai.kernel.Money;
import io.hemai.metadata.Comparison;
import io.hemai.metadata.Field;
import io.hemai.metadata.MetadataError;
import io.hemai.metadata.Trait;
import io.hemai.metadata.ValueContext;
import io.hemai.records.Change;
import io.hemai.records.ChangeSet;
import io.hemai.records.ValueContexts;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Every amount can be counted in base currency; what rules derive from one that cannot is not told again. */
@Component
class Amounts {
    private final ValueContexts contexts;

    Amounts(ValueContexts contexts) {
        this.contexts = contexts;
    }

    void check(ChangeSet changes, List<Change> given) {
        List<Field<?>> amounts = changes.type().fields().stream()
                .filter(f -> f.type().comparison() == Comparison.MONEY)
                .sorted(Comparator.comparing(f -> f.has(Trait.READ_ONLY)))
                .toList();
        if (!amounts.isEmpty()) {
            given.forEach(change -> check(changes, change, amounts));
        }
    }

    private void check(ChangeSet changes, Change change, List<Field<?>> all) {
        if (contexts.redated(change)) {
            all.forEach(change::redate);
        }
        List<Field<?>> amounts = all.stream()
                .filter(f -> change.value(f) != null && change.rewrites(f))
                .toList();
        if (amounts.isEmpty()) {
            return;
        }
        ValueContext.Rates rates = contexts.of(changes, change).rates();
        Set<Currency> unknown = new HashSet<>();
        for (Field<?> field : amounts) {
            Money money = (Money) Objects.requireNonNull(change.value(field));
            if (!(field.has(Trait.READ_ONLY) && unknown.contains(money.currency())) && !rates.knows(money.currency())) {
                unknown.add(money.currency());
                change.refuse(field, MetadataError.NO_RATE, money.currency().getCurrencyCode());
            }
        }
    }
}
