package io.hemai.metadata.custom;

import io.hemai.kernel.KernelError;
import io.hemai.kernel.Label;
import io.hemai.kernel.Problems;
import io.hemai.kernel.Worded;
import io.hemai.metadata.MetadataError;
import io.hemai.metadata.ObjectType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an administrator sent, taken out member by member; what is wrong with it is collected. */
final class Given {
    static final int LONGEST_LABEL = 100;
    private static final int LONGEST_HELP = 1_000;
    private static final int LONGEST_WORD = 50;

    private final Map<String, Object> left;
    private final Problems problems;
    private final Map<String, Object> taken = new LinkedHashMap<>();

    Given(Map<String, Object> sent, Problems problems) {
        this.left = new LinkedHashMap<>(sent);
        this.problems = problems;
    }

    /** What was taken and is kept: members sent as null are there, with null. */
    Map<String, Object> taken() {
        return taken;
    }

    boolean says(String name) {
        return left.containsKey(name);
    }

    /** Takes a text out that is not kept with the others. */
    String text(String name) {
        Object value = left.remove(name);
        if (value instanceof String text) {
            return text.strip();
        }
        problems.add(name, value == null ? KernelError.MISSING : KernelError.WRONG_TYPE, name);
        return "";
    }

    /** A text that must be there. */
    void keep(String name) {
        taken.put(name, text(name));
    }

    /** What something is called. */
    void name(String name) {
        String text = text(name);
        if (!fits(text, LONGEST_LABEL)) {
            problems.add(name, ShapingError.LABEL_TOO_LONG, LONGEST_LABEL);
        } else if (text.isEmpty() && !problems.concern(name)) {
            problems.add(name, KernelError.MISSING, name);
        }
        taken.put(name, text);
    }

    /** A name in at least one language. */
    void label(String name, boolean required) {
        if (!left.containsKey(name) && !required) {
            return;
        }
        Map<String, Object> texts = texts(name, left.remove(name), LONGEST_LABEL);
        if (texts.isEmpty() && !problems.concern(name)) {
            problems.add(name, MetadataError.LABEL_MISSING);
        }
        taken.put(name, texts);
    }

    /** What people are told, in at least one language. */
    void message(String name, boolean required) {
        if (required || left.containsKey(name)) {
            Map<String, Object> texts = texts(name, left.remove(name), LONGEST_HELP);
            if (texts.isEmpty() && !problems.concern(name)) {
                problems.add(name, MetadataError.LABEL_MISSING);
            }
            taken.put(name, texts);
        }
    }

    /** A longer text in some languages, or null for none. */
    void help(String name) {
        if (left.containsKey(name)) {
            Object value = left.remove(name);
            Map<String, Object> texts = texts(name, value, LONGEST_HELP);
            taken.put(name, texts.isEmpty() ? null : texts);
        }
    }

    private Map<String, Object> texts(String name, @Nullable Object value, int most) {
        Map<String, Object> kept = new LinkedHashMap<>();
        if (value == null) {
            return kept;
        }
        if (!(value instanceof Map<?, ?> texts)) {
            problems.add(name, MetadataError.WRONG_TYPE, new Worded("form.label"));
            return kept;
        }
        texts.forEach((language, text) -> {
            if (!Label.LANGUAGES.contains(String.valueOf(language))) {
                problems.add(name, KernelError.UNKNOWN_PROPERTY, language);
            } else if (text instanceof String written) {
                keep(name, String.valueOf(language), written.strip(), most, kept);
            } else if (text != null) {
                problems.add(name, MetadataError.WRONG_TYPE, new Worded("form.label"));
            }
        });
        return kept;
    }

    private void keep(String name, String language, String text, int most, Map<String, Object> kept) {
        if (!fits(text, most)) {
            problems.add(name, ShapingError.LABEL_TOO_LONG, most);
        } else if (!text.isEmpty()) {
            kept.put(language, text);
        }
    }

    private static boolean fits(String text, int most) {
        return text.codePointCount(0, text.length()) <= most
                && text.codePoints()
                        .noneMatch(c -> (Character.isISOControl(c) && c != '\n')
                                || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    }

    /** Yes or no; null takes back what was said. */
    void flag(String name) {
        if (left.containsKey(name)) {
            Object value = left.remove(name);
            if (value == null || value instanceof Boolean) {
                taken.put(name, value);
            } else {
                problems.add(name, KernelError.WRONG_TYPE, name);
            }
        }
    }

    /** A short word such as the name of a colour, or null for none. */
    void word(String name) {
        if (left.containsKey(name)) {
            Object value = left.remove(name);
            if (value == null || (value instanceof String text && fits(text, LONGEST_WORD))) {
                taken.put(name, value);
            } else {
                problems.add(name, KernelError.WRONG_TYPE, name);
            }
        }
    }

    /** Names of fields of the object, each once, or null for none. */
    void fields(String name, ObjectType of) {
        if (!left.containsKey(name)) {
            return;
        }
        Object value = left.remove(name);
        if (value == null) {
            taken.put(name, null);
        } else if (value instanceof List<?> names && names.stream().allMatch(String.class::isInstance)) {
            List<String> each = names.stream().map(String::valueOf).distinct().toList();
            each.stream()
                    .filter(field -> of.field(field).isEmpty())
                    .forEach(field -> problems.add(name, MetadataError.UNKNOWN_FIELD, of.name(), field));
            taken.put(name, each);
        } else {
            problems.add(name, KernelError.WRONG_TYPE, name);
        }
    }

    void anything(String name) {
        if (left.containsKey(name)) {
            taken.put(name, left.remove(name));
        }
    }

    /** The members of an object; empty when it was not sent. */
    Map<String, Object> object(String name) {
        Map<String, Object> members = new LinkedHashMap<>();
        Object value = left.remove(name);
        if (value instanceof Map<?, ?> given) {
            given.forEach((member, each) -> members.put(String.valueOf(member), each));
        } else if (value != null) {
            problems.add(name, KernelError.WRONG_TYPE, name);
        }
        return members;
    }

    /** Takes out whatever else was sent. */
    Map<String, Object> rest() {
        Map<String, Object> rest = new LinkedHashMap<>(left);
        left.clear();
        return rest;
    }

    /** Notes what was sent once it is made and cannot be changed. */
    void fixed(String... names) {
        for (String name : names) {
            if (left.containsKey(name)) {
                left.remove(name);
                problems.add(name, ShapingError.FIXED, name);
            }
        }
    }

    /** Notes everything that nobody asked for. */
    void end() {
        left.keySet().forEach(name -> problems.add(name, KernelError.UNKNOWN_PROPERTY, name));
    }
}
