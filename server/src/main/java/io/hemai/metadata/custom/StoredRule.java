package io.hemai.metadata.custom;

import io.hemai.kernel.Label;
import io.hemai.metadata.computed.RuleText;
import java.util.Map;
import java.util.UUID;

/**
 * A row of {@code meta_rule}.
 *
 * @param definition what it says, as plain JSON
 * @param version counts its changes, from 1
 */
record StoredRule(UUID id, String object, Map<String, Object> definition, long version) {
    static final String NAME = "name";
    static final String MESSAGE = "message";
    static final String FIELD = "field";
    static final String ACTIVE = "active";

    Definition said() {
        return new Definition(definition);
    }

    boolean active() {
        return said().flag(ACTIVE);
    }

    RuleText text() {
        Definition said = said();
        return new RuleText(
                object,
                String.valueOf(said.value(NAME)),
                String.valueOf(said.value(Definition.FORMULA)),
                said.label(MESSAGE).orElse(Label.same("")),
                said.text(FIELD));
    }
}
