package io.hemai.metadata.fieldtype;

import io.hemai.kernel.Label;
import io.hemai.kernel.Refusal;
import io.hemai.kernel.text.Normalised;
import io.hemai.metadata.Choice;
import io.hemai.metadata.MetadataError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The values a choice may take, found by code or by what people call them. */
public final class Choices {
    private static final int MOST = 1_000;
    private static final int MOST_TOLD = 10;
    private static final int LONGEST = 100;
    private static final String FORM =
            "1–1000 × {\"code\",\"label\":{\"zh-CN\",\"en\"},\"color\"?,\"active\"?,\"when\"?}";

    private static final Label NONE = Label.of("无", "none");

    private final List<Choice> all;
    private final @Nullable String dependsOn;
    private final boolean allActive;
    private final Map<String, Choice> byCode = new LinkedHashMap<>();
    private final Map<String, Choice> byWord = new LinkedHashMap<>();

    public Choices(List<Choice> all) {
        this(all, null);
    }

    private Choices(List<Choice> all, @Nullable String dependsOn) {
        this.all = List.copyOf(all);
        this.dependsOn = dependsOn;
        this.allActive = all.stream().allMatch(Choice::active);
        for (Choice choice : all) {
            byCode.put(choice.code(), choice);
            byWord.putIfAbsent(word(choice.code()), choice);
        }
        for (Choice choice : all) {
            choice.label().texts().values().forEach(text -> byWord.putIfAbsent(word(text), choice));
        }
    }

    /** Choices whose labels are filled in when the object is declared. */
    static Choices listing(List<String> codes) {
        return new Choices(codes.stream().map(c -> Choice.of(c, Label.same(c))).toList());
    }

    public List<Choice> all() {
        return all;
    }

    /** The choice of that code. */
    public Optional<Choice> code(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** The choice with that code or label, whatever its case; a code wins over another one's label, and best as it is written. */
    public Optional<Choice> word(@Nullable Object text) {
        return text == null
                ? Optional.empty()
                : code(text.toString()).or(() -> Optional.ofNullable(byWord.get(word(text.toString()))));
    }

    /** The field of the same object whose value says which of them are offered; null for none. */
    public @Nullable String dependsOn() {
        return dependsOn;
    }

    /** The same, offered by what that field holds. */
    Choices dependingOn(@Nullable String field) {
        return new Choices(all, field);
    }

    /** Whether new values may take every one of them. */
    public boolean allActive() {
        return allActive;
    }

    /** The codes in their order. */
    List<String> codeList() {
        return List.copyOf(byCode.keySet());
    }

    /** The codes, for telling what is allowed. */
    public String codes() {
        return String.join(", ", byCode.keySet());
    }

    /** Those that new values may take as people call them, the first few, for telling what is allowed. */
    public Label possible() {
        return possible(choice -> true);
    }

    /** The same of some of them only. */
    Label possible(Predicate<Choice> some) {
        List<Choice> those = all.stream()
                .filter(Choice::active)
                .filter(some)
                .limit(MOST_TOLD + 1)
                .toList();
        return those.isEmpty()
                ? NONE
                : Label.of(
                        possible(those, Locale.SIMPLIFIED_CHINESE, "、", "%s（%s）"),
                        possible(those, Locale.ENGLISH, ", ", "%s (%s)"));
    }

    private static String possible(List<Choice> those, Locale reader, String separator, String labelAndCode) {
        Stream<String> told = those.stream().map(choice -> {
            String label = choice.label().in(reader);
            return label.equals(choice.code()) ? label : labelAndCode.formatted(label, choice.code());
        });
        List<String> first = new ArrayList<>(told.toList());
        if (first.size() > MOST_TOLD) {
            first.set(MOST_TOLD, "…");
        }
        return String.join(separator, first);
    }

    /** What a reader calls the value; the code itself when nobody listed it. */
    String label(String code, Locale reader) {
        return code(code).map(choice -> choice.label().in(reader)).orElse(code);
    }

    boolean sameCodes(Choices other) {
        return byCode.keySet().equals(other.byCode.keySet());
    }

    /** The same in these colours, by code; every code must be listed. */
    Choices colored(Map<String, String> colors) {
        if (!byCode.keySet().containsAll(colors.keySet()) || !Choice.COLORS.containsAll(colors.values())) {
            throw new IllegalArgumentException("no colours for " + byCode.keySet() + ": " + colors);
        }
        return labelled(
                c -> new Choice(c.code(), c.label(), colors.getOrDefault(c.code(), c.color()), c.active(), c.when()));
    }

    Choices labelled(UnaryOperator<Choice> label) {
        return new Choices(all.stream().map(label).toList(), dependsOn);
    }

    /** As plain JSON, the form that {@link #parse} reads. */
    List<Map<String, Object>> plain() {
        return all.stream().map(Choices::plain).toList();
    }

    private static Map<String, Object> plain(Choice choice) {
        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("code", choice.code());
        plain.put("label", choice.label().sorted());
        if (choice.color() != null) {
            plain.put("color", choice.color());
        }
        plain.put("active", choice.active());
        if (!choice.when().isEmpty()) {
            plain.put("when", choice.when());
        }
        return plain;
    }

    /** Reads what an administrator listed under the setting; refuses doubles and what has no code. */
    static Choices parse(String setting, Object given) {
        if (!(given instanceof List<?> list) || list.isEmpty() || list.size() > MOST) {
            throw refused(setting);
        }
        List<Choice> choices = new ArrayList<>();
        list.forEach(each -> choices.add(choice(setting, each)));
        if (choices.stream().map(Choice::code).distinct().count() < choices.size()) {
            throw refused(setting);
        }
        return new Choices(choices);
    }

    private static Choice choice(String setting, Object given) {
        if (!(given instanceof Map<?, ?> parts) || !(parts.get("code") instanceof String raw)) {
            throw refused(setting);
        }
        String code = Texts.stripped(raw);
        Label label = label(setting, parts.get("label"), code);
        Object color = parts.get("color");
        Object active = parts.get("active");
        boolean fine = !code.isEmpty()
                && Texts.fits(code, LONGEST)
                && (color == null || (color instanceof String c && Texts.fits(c, LONGEST)))
                && (active == null || active instanceof Boolean);
        if (!fine) {
            throw refused(setting);
        }
        return new Choice(code, label, (String) color, !Boolean.FALSE.equals(active), when(setting, parts.get("when")));
    }

    private static List<String> when(String setting, @Nullable Object given) {
        if (given == null) {
            return List.of();
        }
        if (!(given instanceof List<?> codes) || codes.size() > MOST) {
            throw refused(setting);
        }
        List<String> kept = new ArrayList<>();
        for (Object code : codes) {
            if (!(code instanceof String text) || text.isBlank() || !Texts.fits(text, LONGEST)) {
                throw refused(setting);
            }
            kept.add(Texts.stripped(text));
        }
        return kept.stream().distinct().toList();
    }

    private static Label label(String setting, @Nullable Object given, String code) {
        if (given == null) {
            return Label.same(code);
        }
        if (!(given instanceof Map<?, ?> texts) || texts.isEmpty()) {
            throw refused(setting);
        }
        Map<String, String> kept = new LinkedHashMap<>();
        texts.forEach((language, text) -> {
            if (!(text instanceof String label) || label.isBlank() || !Texts.fits(label, LONGEST)) {
                throw refused(setting);
            }
            kept.put(String.valueOf(language), Texts.stripped(label));
        });
        return new Label(kept);
    }

    private static Refusal refused(String setting) {
        return Refusal.ofField(setting, MetadataError.INVALID_SETTING, FORM);
    }

    private static String word(String text) {
        return Normalised.of(text);
    }
}
