package io.hemai.workspace;

import io.hemai.kernel.ErrorCode;
import io.hemai.kernel.KernelError;
import io.hemai.kernel.Label;
import io.hemai.kernel.Worded;
import io.hemai.metadata.MetadataError;
import io.hemai.records.Change;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks how a page or form is laid out; what is wrong is said of the place where it stands. */
final class LayoutCheck {
    private static final int MOST_SECTIONS = 40;
    private static final int MOST_KEY = 12;
    private static final int LONGEST_LABEL = 100;

    private final Change change;
    private final String object;
    private final Set<String> fields;
    private final Set<String> related;
    private final Map<String, String> placed = new HashMap<>();

    /**
     * @param fields that may be named
     * @param related objects whose records lead to those of the object
     */
    LayoutCheck(Change change, String object, Set<String> fields, Set<String> related) {
        this.change = change;
        this.object = object;
        this.fields = fields;
        this.related = related;
    }

    /** Looks through the definition, which stands at the path. */
    void check(String path, @Nullable Object definition) {
        Map<?, ?> members = object(path, definition);
        only(path, members, LayoutForm.MEMBERS);
        String sections = path + "." + LayoutForm.SECTIONS;
        List<?> all = list(sections, members.get(LayoutForm.SECTIONS), "form.sections", true);
        atMost(sections, all, MOST_SECTIONS);
        for (int i = 0; i < all.size(); i++) {
            section(sections + "[" + i + "]", all.get(i));
        }
        String key = path + "." + LayoutForm.KEY;
        List<?> first = list(key, members.get(LayoutForm.KEY), "form.texts", false);
        atMost(key, first, MOST_KEY);
        for (int i = 0; i < first.size(); i++) {
            field(key + "[" + i + "]", first.get(i));
        }
        related(path + "." + LayoutForm.RELATED, members.get(LayoutForm.RELATED));
        related(path + "." + LayoutForm.UNLISTED, members.get(LayoutForm.UNLISTED));
    }

    private void section(String path, @Nullable Object section) {
        Map<?, ?> members = object(path, section);
        only(path, members, LayoutForm.SECTION_MEMBERS);
        label(path + "." + LayoutForm.LABEL, members.get(LayoutForm.LABEL));
        if (members.get(LayoutForm.FOLDED) != null && !(members.get(LayoutForm.FOLDED) instanceof Boolean)) {
            wrong(path + "." + LayoutForm.FOLDED, "form.boolean");
        }
        String at = path + "." + LayoutForm.FIELDS;
        List<?> names = list(at, members.get(LayoutForm.FIELDS), "form.texts", true);
        for (int i = 0; i < names.size(); i++) {
            String place = at + "[" + i + "]";
            if (field(place, names.get(i))) {
                String other = placed.putIfAbsent(String.valueOf(names.get(i)), place);
                if (other != null) {
                    refuse(place, WorkspaceError.PLACED_TWICE, names.get(i), other);
                }
            }
        }
    }

    private void label(String path, @Nullable Object label) {
        if (label == null) {
            refuse(path, MetadataError.LABEL_MISSING);
            return;
        }
        Map<?, ?> texts = object(path, label);
        only(path, texts, Label.LANGUAGES);
        boolean said = false;
        for (Map.Entry<?, ?> each : texts.entrySet()) {
            if (!(each.getValue() instanceof String text)) {
                wrong(path, "form.label");
                return;
            }
            said |= !text.isBlank();
            if (text.codePointCount(0, text.length()) > LONGEST_LABEL) {
                refuse(path + "." + each.getKey(), MetadataError.TOO_LONG, LONGEST_LABEL, text.length());
            }
        }
        if (!said && label instanceof Map<?, ?>) {
            refuse(path, MetadataError.LABEL_MISSING);
        }
    }

    /** Whether it names a field. */
    private boolean field(String path, @Nullable Object name) {
        if (!(name instanceof String text)) {
            wrong(path, "form.text");
            return false;
        }
        if (!fields.contains(text)) {
            refuse(path, MetadataError.UNKNOWN_FIELD, object, text);
            return false;
        }
        return true;
    }

    private void related(String path, @Nullable Object names) {
        List<?> all = list(path, names, "form.texts", false);
        for (int i = 0; i < all.size(); i++) {
            if (!(all.get(i) instanceof String text)) {
                wrong(path + "[" + i + "]", "form.text");
            } else if (!related.contains(text)) {
                refuse(path + "[" + i + "]", WorkspaceError.NOT_RELATED, text, object);
            }
        }
    }

    private void atMost(String path, List<?> all, int most) {
        if (all.size() > most) {
            refuse(path, MetadataError.TOO_MANY, most, all.size());
        }
    }

    private Map<?, ?> object(String path, @Nullable Object value) {
        if (value instanceof Map<?, ?> members) {
            return members;
        }
        wrong(path, "form.json_object");
        return Map.of();
    }

    private List<?> list(String path, @Nullable Object value, String form, boolean required) {
        if (value instanceof List<?> several) {
            return several;
        }
        if (value != null || required) {
            wrong(path, form);
        }
        return List.of();
    }

    private void only(String path, Map<?, ?> members, Set<String> known) {
        members.keySet().stream()
                .map(String::valueOf)
                .filter(name -> !known.contains(name))
                .forEach(name -> refuse(path + "." + name, KernelError.UNKNOWN_PROPERTY, name));
    }

    private void wrong(String path, String form) {
        refuse(path, MetadataError.WRONG_TYPE, new Worded(form));
    }

    private void refuse(String path, ErrorCode code, Object... args) {
        change.refuseNamed(path, code, args);
    }
}
