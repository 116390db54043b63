package io.hemai.metadata.custom;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which formula fields and rules would lose what they read. */
@Component
class FormulaUses implements ShapeUse {
    private final MetaStore store;

    FormulaUses(MetaStore store) {
        this.store = store;
    }

    @Override
    public List<String> users(String object, @Nullable String field) {
        StoredMeta stored = store.load();
        Stream<String> fields = stored.fields().stream()
                .filter(row -> row.isFormula() && row.inUse())
                .filter(row -> field != null || !row.object().equals(object))
                .filter(row -> reads(row.definition(), object, field))
                .map(row -> row.object() + "." + row.name());
        Stream<String> rules = stored.rules().stream()
                .filter(rule -> field != null || !rule.object().equals(object))
                .filter(rule -> reads(rule.definition(), object, field)
                        || (rule.object().equals(object)
                                && field != null
                                && field.equals(rule.said().text(StoredRule.FIELD))))
                .map(rule -> rule.text().name());
        return Stream.concat(fields, rules).toList();
    }

    private static boolean reads(Map<String, Object> definition, String object, @Nullable String field) {
        return new Definition(definition)
                .reads().stream()
                        .anyMatch(read ->
                                field == null ? read.startsWith(object + ".") : read.equals(object + "." + field));
    }
}
