package io.hemai.records.change;

import io.hemai.records.ChangeSet;
import io.hemai.records.Rule;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Lets the business rules of the object derive and refuse; what comes back from the bin comes back as it was. */
@Component
@Order(40)
class ApplyRules implements Step {
    private final Supplier<Map<String, List<Rule>>> byObject;

    /** Rules may read records, so they are found when the first write needs them. */
    ApplyRules(ObjectProvider<Rule> rules) {
        this.byObject = SingletonSupplier.of(() -> rules.orderedStream().collect(Collectors.groupingBy(Rule::object)));
    }

    @Override
    public void apply(ChangeSet changes) {
        ChangeSet ruled = changes.withoutRestored();
        Stream.of(changes.type().name(), Rule.EVERY)
                .flatMap(object -> byObject.get().getOrDefault(object, List.of()).stream())
                .forEach(rule -> rule.apply(ruled));
    }
}
