package io.hemai.shaping;

import io.hemai.kernel.ErrorCode;
import io.hemai.kernel.KernelError;
import io.hemai.kernel.Problem;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.custom.ShapingError;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What a company made of Hemai, as one text that another company can take over. What a text does not say stays as it is: bringing in adds
 * and changes, and takes nothing away.
 */
@Component
class Configuration {
    private static final String FORMAT = "hemai_configuration";
    private static final int VERSION = 1;
    private static final int MOST_ENTRIES = 2_000;
    /** So often what was refused is tried again after what stands behind it. */
    private static final int MOST_PASSES = 10;

    private final List<ConfigurationPart> parts;
    private final MetaDesk desk;

    Configuration(ObjectProvider<ConfigurationPart> parts, MetaDesk desk) {
        this.parts = parts.orderedStream().toList();
        this.desk = desk;
    }

    /**
     * What would become another.
     *
     * @param changed the members that differ, with what they are to be; null for those that are taken back
     * @param wanted the entry as the text says it
     * @param isNew whether there is nothing of the key yet
     */
    record Difference(
            ConfigurationPart part,
            String key,
            Map<String, @Nullable Object> changed,
            Map<String, @Nullable Object> wanted,
            boolean isNew) {
        void bringIn() {
            if (isNew) {
                part.add(key, wanted);
            } else {
                part.change(key, changed, wanted);
            }
        }

        /** The refusal, telling which entry it is about. */
        Refusal told(Refusal refusal) {
            String place = part.section() + "." + key;
            return Refusal.of(refusal.problems().stream()
                    .map(problem -> Problem.of(
                            problem.field() == null ? place : place + "." + problem.field(),
                            problem.code(),
                            problem.args().toArray()))
                    .toList());
        }
    }

    /** All that the caller may carry elsewhere. */
    String text() {
        Map<String, Object> text = new LinkedHashMap<>();
        text.put(FORMAT, VERSION);
        parts.stream().filter(Configuration::mayUse).forEach(part -> {
            Map<String, Map<String, @Nullable Object>> said = part.said();
            if (!said.isEmpty()) {
                text.put(part.section(), said);
            }
        });
        return ConfigurationText.write(text);
    }

    private static boolean mayUse(ConfigurationPart part) {
        try {
            part.require();
            return true;
        } catch (Refusal notPermitted) {
            return false;
        }
    }

    /** What bringing the text in would add and change. */
    List<Difference> differences(String text) {
        Map<String, @Nullable Object> said = read(text);
        return parts.stream()
                .filter(part -> said.containsKey(part.section()))
                .flatMap(part -> differences(part, said).stream())
                .toList();
    }

    private Map<String, @Nullable Object> read(String text) {
        Map<String, @Nullable Object> said = ConfigurationText.read(text);
        if (!(said.remove(FORMAT) instanceof Integer version) || version != VERSION) {
            throw Refusal.ofField("text", ShapingError.NOT_A_CONFIGURATION, FORMAT, VERSION);
        }
        Set<String> known = parts.stream().map(ConfigurationPart::section).collect(Collectors.toSet());
        said.keySet().stream()
                .filter(section -> !known.contains(section))
                .findFirst()
                .ifPresent(section -> {
                    throw Refusal.ofField(section, KernelError.UNKNOWN_PROPERTY, section);
                });
        int entries = said.values().stream()
                .mapToInt(section -> ConfigurationText.members(section).size())
                .sum();
        if (entries > MOST_ENTRIES) {
            throw Refusal.ofField("text", ShapingError.TOO_MANY_ENTRIES, entries, MOST_ENTRIES);
        }
        return said;
    }

    private static List<Difference> differences(ConfigurationPart part, Map<String, @Nullable Object> text) {
        part.require();
        Map<String, Map<String, @Nullable Object>> there = part.said();
        List<Difference> found = new ArrayList<>();
        ConfigurationText.members(text.get(part.section())).forEach((key, entry) -> {
            if (!(entry instanceof Map<?, ?>)) {
                throw Refusal.ofField(part.section() + "." + key, KernelError.WRONG_TYPE, key);
            }
            Map<String, @Nullable Object> wanted = ConfigurationText.members(entry);
            Map<String, @Nullable Object> before = there.get(key);
            if (before == null) {
                found.add(new Difference(part, key, Map.of(), wanted, true));
            } else {
                Map<String, @Nullable Object> changed = changed(before, wanted);
                if (!changed.isEmpty()) {
                    found.add(new Difference(part, key, changed, wanted, false));
                }
            }
        });
        return found;
    }

    private static Map<String, @Nullable Object> changed(
            Map<String, @Nullable Object> before, Map<String, @Nullable Object> wanted) {
        Map<String, @Nullable Object> changed = new LinkedHashMap<>();
        wanted.forEach((name, value) -> {
            if (!Objects.equals(comparable(before.get(name)), comparable(value))) {
                changed.put(name, value);
            }
        });
        return changed;
    }

    /** Numbers by what they are worth, and members that say nothing as if they were not there. */
    private static @Nullable Object comparable(@Nullable Object said) {
        return switch (said) {
            case Map<?, ?> several -> {
                Map<String, @Nullable Object> members = new LinkedHashMap<>();
                several.forEach((name, value) -> {
                    if (value != null) {
                        members.put(String.valueOf(name), comparable(value));
                    }
                });
                yield members;
            }
            case List<?> several ->
                several.stream().map(Configuration::comparable).toList();
            case Number number -> new BigDecimal(number.toString()).stripTrailingZeros();
            case null -> null;
            default -> said;
        };
    }

    /**
     * Adds and changes what the text says; what one entry needs of another of its section may stand behind it. Each entry is a
     * change of its own: what was brought in before one that is refused stays, and the refusal says how much that is.
     */
    List<Difference> bringIn(String text) {
        Map<String, @Nullable Object> said = read(text);
        List<Difference> done = new ArrayList<>();
        for (ConfigurationPart part : parts) {
            if (said.containsKey(part.section())) {
                bringIn(desk.afterwards(() -> differences(part, said)), done);
            }
        }
        return done;
    }

    private void bringIn(List<Difference> all, List<Difference> done) {
        List<Difference> open = all;
        for (int pass = 1; !open.isEmpty(); pass++) {
            List<Difference> refused = new ArrayList<>();
            Refusal first = null;
            for (Difference difference : open) {
                try {
                    desk.afterwards(() -> {
                        difference.bringIn();
                        return difference;
                    });
                    done.add(difference);
                } catch (Refusal refusal) {
                    if (refusal.code().kind() == ErrorCode.Kind.UNAVAILABLE) {
                        throw refusal.with("brought_in", done.size());
                    }
                    refused.add(difference);
                    first = first == null ? difference.told(refusal) : first;
                }
            }
            if (first != null && (refused.size() == open.size() || pass == MOST_PASSES)) {
                throw first.with("brought_in", done.size());
            }
            open = refused;
        }
    }
}
