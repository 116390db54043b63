package io.hemai.shaping;

import io.hemai.journal.Act;
import io.hemai.journal.Entry;
import io.hemai.journal.JournalReader;
import io.hemai.metadata.Field;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.Trait;
import io.hemai.metadata.custom.OpenChoices;
import io.hemai.metadata.fieldtype.ListsChoices;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What somebody wrote into an open choice is offered to everybody from then on. */
@Component
class ChoicesLearnt implements JournalReader {
    private final Metadata metadata;
    private final OpenChoices choices;
    private final JsonMapper json;

    ChoicesLearnt(Metadata metadata, OpenChoices choices, JsonMapper json) {
        this.metadata = metadata;
        this.choices = choices;
        this.json = json;
    }

    @Override
    public String name() {
        return "open_choices";
    }

    @Override
    public Predicate<Entry> wanted() {
        Set<String> objects = reads();
        return entry -> (entry.act() == Act.CREATED || entry.act() == Act.UPDATED) && objects.contains(entry.object());
    }

    @Override
    public Set<String> reads() {
        return metadata.current().all().stream()
                .filter(type -> !open(type).isEmpty())
                .map(ObjectType::name)
                .collect(Collectors.toSet());
    }

    /** The fields in which people may say what nobody listed; what rules put there is none of theirs. */
    private static List<Field<?>> open(ObjectType type) {
        return type.fields().stream()
                .filter(field -> field.type() instanceof ListsChoices listed && listed.open())
                .filter(field -> !field.has(Trait.READ_ONLY) && !field.has(Trait.DERIVED))
                .toList();
    }

    @Override
    public void handle(List<Entry> entries) {
        Map<String, List<JsonNode>> byObject = new LinkedHashMap<>();
        entries.forEach(entry ->
                byObject.computeIfAbsent(entry.object(), o -> new ArrayList<>()).add(json.readTree(entry.changes())));
        byObject.forEach((object, changes) -> metadata.current().find(object).ifPresent(type -> learn(type, changes)));
    }

    private void learn(ObjectType type, List<JsonNode> changes) {
        Map<Field<?>, Set<String>> written = new HashMap<>();
        for (Field<?> field : open(type)) {
            changes.forEach(change -> codes(change.path(field.name()).path(1))
                    .forEach(code -> written.computeIfAbsent(field, f -> new LinkedHashSet<>())
                            .add(code)));
        }
        written.forEach((field, codes) -> choices.learn(type, field, codes));
    }

    private static List<String> codes(JsonNode value) {
        if (value.isString()) {
            return List.of(value.asString());
        }
        return value.isArray() ? value.valueStream().map(JsonNode::asString).toList() : List.of();
    }
}
