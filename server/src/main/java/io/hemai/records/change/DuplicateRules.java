package io.hemai.records.change;

import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectType;
import io.hemai.records.Change;
import io.hemai.records.DuplicateRule;
import io.hemai.records.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** The rules on duplicates by object, and the keys that they give records. */
@Component
class DuplicateRules {
    private final Supplier<Map<String, List<DuplicateRule>>> byObject;

    DuplicateRules(ObjectProvider<DuplicateRule> rules) {
        this.byObject =
                SingletonSupplier.of(() -> rules.orderedStream().collect(Collectors.groupingBy(DuplicateRule::object)));
    }

    /** Where a key comes from. */
    record Origin(DuplicateRule rule, Field<?> field) {}

    List<DuplicateRule> of(ObjectType type) {
        return byObject.get().getOrDefault(type.name(), List.of());
    }

    /** The keys that the record had. */
    Map<String, Origin> before(Change change) {
        Row before = change.before();
        return before == null ? Map.of() : of(before);
    }

    /** The keys that the record will have. */
    Map<String, Origin> after(Change change) {
        return change.kind() == Change.Kind.DELETE ? Map.of() : of(change.row());
    }

    /** The keys that a record has. */
    Map<String, Origin> of(Row row) {
        Map<String, Origin> keys = new LinkedHashMap<>();
        for (DuplicateRule rule : of(row.type())) {
            rule.keys(row).forEach(key -> keys.put(rule.name() + ":" + key.text(), new Origin(rule, key.field())));
        }
        return keys;
    }
}
