package io.hemai.access;

import io.hemai.access.DataScope.Level;
import io.hemai.kernel.Filter;
import io.hemai.kernel.KernelError;
import io.hemai.kernel.Label;
import io.hemai.kernel.Problems;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.MetadataError;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.ObjectTypes;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads a role as the API writes it and notes everything that is wrong; what is wrong allows nothing. What is deleted and can
 * be restored is spoken of as if it were there, since it comes back to the rights that roles say then.
 */
final class RoleJson {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,40}");
    private static final int LONGEST_LABEL = 100;
    private static final Set<String> MEMBERS = Set.of("name", "label", "objects", "fields", "admin", "delivered");
    private static final Set<String> GRANT_MEMBERS = Set.of("read", "create", "update", "delete", "export", "import");

    private final ObjectTypes types;
    private final ObjectTypes there;
    private final BiFunction<ObjectType, Map<String, @Nullable Object>, Filter> filters;
    private final Problems problems;

    /**
     * @param filters reads the filter of a scope, or refuses it
     */
    RoleJson(
            Metadata metadata,
            BiFunction<ObjectType, Map<String, @Nullable Object>, Filter> filters,
            Problems problems) {
        this.types = metadata.withAway();
        this.there = metadata.current();
        this.filters = filters;
        this.problems = problems;
    }

    Role read(Map<String, @Nullable Object> json, boolean delivered) {
        known(json, MEMBERS, "");
        String name = name(json.get("name"));
        Map<String, ObjectGrant> objects = new LinkedHashMap<>();
        object(json.get("objects"), "objects").forEach((object, grant) -> grant(object, grant, objects));
        Map<String, FieldRight> fields = new LinkedHashMap<>();
        object(json.get("fields"), "fields").forEach((path, right) -> field(path, right, fields));
        return new Role(name, label(json.get("label"), name), objects, fields, abilities(json.get("admin")), delivered);
    }

    private String name(@Nullable Object raw) {
        if (raw instanceof String name && NAME.matcher(name).matches()) {
            return name;
        }
        if (raw == null) {
            problems.add("name", MetadataError.REQUIRED);
        } else {
            problems.add("name", AccessError.INVALID_NAME, raw.toString());
        }
        return "";
    }

    private Label label(@Nullable Object raw, String name) {
        if (raw == null) {
            return Label.same(name);
        }
        if (raw instanceof String text) {
            return Label.same(fit(text, "label"));
        }
        Map<String, String> texts = new LinkedHashMap<>();
        object(raw, "label").forEach((language, text) -> {
            if (!Label.LANGUAGES.contains(language)) {
                problems.add("label." + language, KernelError.UNKNOWN_PROPERTY, language);
            } else if (text instanceof String said) {
                texts.put(language, fit(said, "label." + language));
            } else {
                wrongType("label." + language, "text");
            }
        });
        return texts.isEmpty() ? Label.same(name) : new Label(texts);
    }

    private String fit(String text, String place) {
        String stripped = text.strip();
        if (stripped.isEmpty()) {
            problems.add(place, MetadataError.REQUIRED);
        } else if (stripped.length() > LONGEST_LABEL) {
            problems.add(place, MetadataError.TOO_LONG, stripped.length(), LONGEST_LABEL);
        }
        return stripped;
    }

    private void grant(String object, @Nullable Object raw, Map<String, ObjectGrant> into) {
        String place = "objects." + object;
        Optional<ObjectType> type = types.find(object);
        if (type.isEmpty() && !object.equals(Role.EVERY_OTHER)) {
            problems.add(place, AccessError.UNKNOWN_OBJECT, object);
            return;
        }
        Map<String, @Nullable Object> json = object(raw, place);
        known(json, GRANT_MEMBERS, place + ".");
        into.put(
                object,
                new ObjectGrant(
                        scope(type, json.get("read"), place + ".read"),
                        flag(json.get("create"), place + ".create"),
                        scope(type, json.get("update"), place + ".update"),
                        scope(type, json.get("delete"), place + ".delete"),
                        flag(json.get("export"), place + ".export"),
                        flag(json.get("import"), place + ".import")));
    }

    private DataScope scope(Optional<ObjectType> type, @Nullable Object raw, String place) {
        if (raw == null) {
            return Level.NONE;
        }
        if (raw instanceof String code) {
            Optional<Level> level = Level.of(code);
            if (level.isEmpty()) {
                problems.add(place, AccessError.UNKNOWN_SCOPE, code);
            }
            return level.orElse(Level.NONE);
        }
        if (raw instanceof List<?> several) {
            return new DataScope.AnyOf(
                    several.stream().map(s -> scope(type, s, place)).toList());
        }
        if (type.isPresent() && raw instanceof Map<?, ?>) {
            return matching(type.get(), object(raw, place), place);
        }
        wrongType(place, "own, department, subtree, all, none, {filter}");
        return Level.NONE;
    }

    private DataScope matching(ObjectType type, Map<String, @Nullable Object> json, String place) {
        try {
            return new DataScope.Matching(
                    json, filters.apply(there.find(type.name()).orElse(type), json));
        } catch (Refusal refused) {
            refused.problems()
                    .forEach(p -> problems.add(place, p.code(), p.args().toArray()));
            return new DataScope.Matching(json, Filter.none());
        }
    }

    private void field(String path, @Nullable Object raw, Map<String, FieldRight> into) {
        String place = "fields." + path;
        int dot = path.indexOf('.');
        Optional<ObjectType> type = dot < 0 ? Optional.empty() : types.find(path.substring(0, dot));
        String name = path.substring(dot + 1);
        if (type.flatMap(t -> t.field(name)).isEmpty()) {
            problems.add(place, AccessError.UNKNOWN_FIELD, path);
        } else if (name.equals(CommonFields.ID.name()) || name.equals(CommonFields.VERSION.name())) {
            problems.add(place, AccessError.FIELD_NEEDED, path);
        } else {
            into.put(path, right(raw, place));
        }
    }

    private FieldRight right(@Nullable Object raw, String place) {
        if (!(raw instanceof String code)) {
            wrongType(place, "write, read, masked, hidden");
            return FieldRight.HIDDEN;
        }
        Optional<FieldRight> right = FieldRight.of(code);
        if (right.isEmpty()) {
            problems.add(place, AccessError.UNKNOWN_RIGHT, code);
        }
        return right.orElse(FieldRight.HIDDEN);
    }

    private Set<AdminAbility> abilities(@Nullable Object raw) {
        Set<AdminAbility> abilities = EnumSet.noneOf(AdminAbility.class);
        if (raw instanceof List<?> codes) {
            for (Object code : codes) {
                AdminAbility.of(String.valueOf(code))
                        .ifPresentOrElse(
                                abilities::add,
                                () -> problems.add(
                                        "admin",
                                        AccessError.UNKNOWN_ABILITY,
                                        String.valueOf(code),
                                        AdminAbility.codes()));
            }
        } else if (raw != null) {
            wrongType("admin", "[…]");
        }
        return abilities;
    }

    private boolean flag(@Nullable Object raw, String place) {
        if (raw != null && !(raw instanceof Boolean)) {
            wrongType(place, "true, false");
        }
        return Boolean.TRUE.equals(raw);
    }

    private Map<String, @Nullable Object> object(@Nullable Object raw, String place) {
        Map<String, @Nullable Object> members = new LinkedHashMap<>();
        if (raw instanceof Map<?, ?> map) {
            map.forEach((name, value) -> members.put(String.valueOf(name), value));
        } else if (raw != null) {
            wrongType(place, "{…}");
        }
        return members;
    }

    private void known(Map<String, @Nullable Object> json, Set<String> members, String place) {
        json.keySet().stream()
                .filter(m -> !members.contains(m))
                .forEach(m -> problems.add(place + m, KernelError.UNKNOWN_PROPERTY, m));
    }

    private void wrongType(String place, String expected) {
        problems.add(place, MetadataError.WRONG_TYPE, expected);
    }
}
