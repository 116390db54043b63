package io.hemai.metadata.custom;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A row of {@code meta_field}: a field that the company added, or what it changed of a delivered one.
 *
 * @param custom whether the company added it
 * @param definition what holds, as plain JSON; of a delivered field only what was changed
 * @param wanted traits that hold once their index is made, as plain JSON; empty for none
 * @param live whether records have the field; a unique one has to wait for its index
 * @param failure why it could not be made; null unless it failed
 * @param deletedAt since when it is gone from everything but can be restored; null while in use
 */
record StoredField(
        String object,
        String name,
        boolean custom,
        Map<String, Object> definition,
        Map<String, Object> wanted,
        FieldState state,
        boolean live,
        @Nullable String failure,
        @Nullable Instant deletedAt) {
    /** A new row of a field that needs nothing more. */
    static StoredField ready(String object, String name, boolean custom, Map<String, Object> definition) {
        return new StoredField(object, name, custom, definition, Map.of(), FieldState.READY, true, null, null);
    }

    boolean inUse() {
        return deletedAt == null;
    }

    /** Whether a formula works it out. */
    boolean isFormula() {
        return definition.get(Definition.FORMULA) instanceof String;
    }

    /** Whether its formula has not been worked out yet for all records that stand. */
    boolean isStale() {
        return state == FieldState.BUILDING && wanted.containsKey(Definition.FORMULA);
    }

    /** The same waiting for its formula to be worked out for the records that stand, and for its index. */
    StoredField stale() {
        return building(Map.of(Definition.FORMULA, String.valueOf(definition.get(Definition.FORMULA))), true);
    }

    StoredField defined(Map<String, Object> newDefinition) {
        return new StoredField(object, name, custom, newDefinition, wanted, state, live, failure, deletedAt);
    }

    /** The same waiting for the index of the traits wanted. */
    StoredField building(Map<String, Object> traits, boolean isLive) {
        return new StoredField(object, name, custom, definition, traits, FieldState.BUILDING, isLive, null, deletedAt);
    }

    /** The same with what it waited for. */
    StoredField built() {
        Map<String, Object> all = new LinkedHashMap<>(definition);
        all.putAll(wanted);
        return new StoredField(object, name, custom, all, Map.of(), FieldState.READY, true, null, deletedAt);
    }

    StoredField failed(String reason) {
        return new StoredField(object, name, custom, definition, Map.of(), FieldState.FAILED, live, reason, deletedAt);
    }

    StoredField deleted(@Nullable Instant at) {
        return new StoredField(object, name, custom, definition, wanted, state, live, failure, at);
    }
}
