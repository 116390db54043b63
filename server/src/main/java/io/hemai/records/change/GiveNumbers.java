package io.hemai.records.change;

import io.hemai.metadata.Field;
import io.hemai.metadata.fieldtype.AutoNumberType;
import io.hemai.records.Change;
import io.hemai.records.ChangeSet;
import io.hemai.records.store.NumberCounters;
import io.hemai.tenancy.CurrentTenant;
import java.time.LocalDate;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Numbers new records that brought no number along: those only that are really made, so that none is lost. */
@Component
@Order(62)
class GiveNumbers implements Doing {
    private final NumberCounters counters;

    GiveNumbers(NumberCounters counters) {
        this.counters = counters;
    }

    @Override
    public void apply(ChangeSet changes) {
        List<Change> made = changes.sound(Change.Kind.CREATE);
        if (!made.isEmpty()) {
            LocalDate day =
                    LocalDate.ofInstant(changes.now(), CurrentTenant.get().zone());
            changes.type().fields().forEach(field -> number(made, field, day));
        }
    }

    private <T> void number(List<Change> made, Field<T> field, LocalDate day) {
        if (field.type() instanceof AutoNumberType numbers) {
            long brought = made.stream()
                    .mapToLong(c -> c.value(field) instanceof String number ? numbers.count(day, number) : 0)
                    .max()
                    .orElse(0);
            List<Change> without =
                    made.stream().filter(c -> c.value(field) == null).toList();
            if (brought > 0 || !without.isEmpty()) {
                String object = made.getFirst().type().name();
                long next = counters.take(object, field.name(), numbers.counter(day), without.size(), brought)
                        - without.size();
                for (Change change : without) {
                    change.put(field, numbers.number(day, ++next));
                }
            }
        }
    }
}
