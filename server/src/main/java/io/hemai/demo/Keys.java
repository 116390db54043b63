package io.hemai.demo;

import io.hemai.kernel.RecordId;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The records by the keys of the plan. */
final class Keys {
    private final Map<String, RecordId> ids = new HashMap<>();

    static String person(String login) {
        return "user-" + login;
    }

    static String department(String key) {
        return "department-" + key;
    }

    static String product(String code) {
        return "product-" + code;
    }

    static String campaign(String key) {
        return "campaign-" + key;
    }

    void put(String key, RecordId id) {
        ids.put(key, id);
    }

    /** The record of a key that the plan is known to have told of before. */
    RecordId require(String key) {
        RecordId id = ids.get(key);
        if (id == null) {
            throw new IllegalStateException("the plan points at " + key + ", which is not written");
        }
        return id;
    }

    /** The record of a key, nothing for none. */
    @Nullable
    RecordId of(@Nullable String key) {
        return key == null ? null : require(key);
    }

    /** Who it is, nobody for nobody. */
    @Nullable
    RecordId owner(@Nullable String login) {
        return login == null ? null : require(person(login));
    }
}
