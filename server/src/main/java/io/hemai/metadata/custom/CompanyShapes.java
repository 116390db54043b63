package io.hemai.metadata.custom;

import io.hemai.tenancy.TenantTransactions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What the bound company made of its objects, in the words in which administrators say it. */
@Component
public class CompanyShapes {
    /** What follows from the rest. */
    private static final Set<String> FOLLOWS = Set.of(Definition.ANSWER, Definition.READS);

    private final MetaStore store;
    private final Shaping shaping;
    private final TenantTransactions transactions;

    CompanyShapes(MetaStore store, Shaping shaping, TenantTransactions transactions) {
        this.store = store;
        this.shaping = shaping;
        this.transactions = transactions;
    }

    /** The objects that it added, and what it changed of delivered ones, by name. */
    public Map<String, Map<String, Object>> objects() {
        Map<String, Map<String, Object>> said = new LinkedHashMap<>();
        stored().objects().stream().filter(StoredObject::inUse).forEach(object -> {
            Map<String, Object> definition = new LinkedHashMap<>(object.definition());
            definition.remove(Definition.ORDER);
            if (!definition.isEmpty()) {
                said.put(object.name(), definition);
            }
        });
        return said;
    }

    /** In which order the fields of an object stand, by its name, where the company says it. */
    public Map<String, Map<String, Object>> orders() {
        Map<String, Map<String, Object>> said = new LinkedHashMap<>();
        stored().objects().stream()
                .filter(object -> object.inUse() && object.definition().containsKey(Definition.ORDER))
                .forEach(object -> said.put(
                        object.name(),
                        Map.of(Definition.ORDER, object.definition().get(Definition.ORDER))));
        return said;
    }

    /** The fields that it added, and what it changed of delivered ones, by {@code object.field}. */
    public Map<String, Map<String, Object>> fields() {
        StoredMeta stored = stored();
        Map<String, Map<String, Object>> said = new LinkedHashMap<>();
        stored.fields().stream()
                .filter(field -> field.inUse() && isThere(field.object(), stored))
                .forEach(field -> {
                    Map<String, Object> definition = said(field);
                    if (!definition.isEmpty()) {
                        said.put(field.object() + "." + field.name(), definition);
                    }
                });
        return said;
    }

    private boolean isThere(String object, StoredMeta stored) {
        return shaping.isStandard(object)
                || stored.object(object).filter(StoredObject::inUse).isPresent();
    }

    /** Settings stand beside the other members, as administrators say them. */
    private static Map<String, Object> said(StoredField field) {
        Map<String, Object> said = new LinkedHashMap<>(field.definition());
        said.putAll(field.wanted());
        said.keySet().removeAll(FOLLOWS);
        said.remove(Definition.SETTINGS);
        said.putAll(new Definition(field.definition()).settings());
        return said;
    }

    /**
     * A rule as it was said.
     *
     * @param said without its name
     */
    public record Rule(UUID id, String object, String name, long version, Map<String, Object> said) {}

    /** The validation rules, in the order in which they were added. */
    public List<Rule> rules() {
        return stored().rules().stream()
                .map(row -> {
                    Map<String, Object> said = new LinkedHashMap<>(row.definition());
                    said.keySet().removeAll(FOLLOWS);
                    String name = String.valueOf(said.remove(StoredRule.NAME));
                    return new Rule(row.id(), row.object(), name, row.version(), said);
                })
                .toList();
    }

    private StoredMeta stored() {
        return transactions.read(store::load);
    }
}
