package io.hemai.records.change;

import io.hemai.records.ChangeSet;
import io.hemai.records.Reaction;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Lets those react who must in the same transaction. */
@Component
@Order(90)
class Announce implements Doing {
    private final Supplier<Map<String, List<Reaction>>> byObject;

    Announce(ObjectProvider<Reaction> reactions) {
        this.byObject =
                SingletonSupplier.of(() -> reactions.orderedStream().collect(Collectors.groupingBy(Reaction::object)));
    }

    @Override
    public void apply(ChangeSet changes) {
        if (!changes.sound().isEmpty()) {
            of(Reaction.EVERY).forEach(r -> r.after(changes));
            of(changes.type().name()).forEach(r -> r.after(changes));
        }
    }

    private List<Reaction> of(String object) {
        return byObject.get().getOrDefault(object, List.of());
    }
}
