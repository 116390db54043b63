package io.hemai.records.transfer;

import io.hemai.metadata.Field;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.fieldtype.ListsChoices;
import io.hemai.records.transfer.file.ColumnKind;
import io.hemai.records.transfer.file.ColumnProfile;
import io.hemai.records.transfer.file.CsvFile;
import io.hemai.records.transfer.file.DateStyle;
import io.hemai.records.transfer.file.DateStyles;
import io.hemai.records.transfer.file.Survey;
import io.hemai.records.transfer.file.TableFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Guesses from header names in Chinese and English, and from what stands below them, which field a column fills. */
@Component
class Proposer {
    private static final Set<ColumnKind> NUMBERS =
            Set.of(ColumnKind.INTEGER, ColumnKind.DECIMAL, ColumnKind.MONEY, ColumnKind.PERCENT);
    private static final double BY_NAME = 1.0;
    private static final double BY_SYNONYM = 0.9;
    private static final double BY_PART = 0.6;
    private static final double BY_DATA = 0.5;
    private static final double UNFIT = 0.4;
    /** Whoever writes a field's own name means it; what does not fit is told row by row. */
    private static final double BY_NAME_UNFIT = 0.8;

    private static final double LEAST = 0.3;
    private static final int SHORTEST_PART = 2;
    private static final int LONGEST_SHOWN = 200;

    private final Synonyms synonyms;

    Proposer(Synonyms synonyms) {
        this.synonyms = synonyms;
    }

    Proposal propose(TableFile file, Survey survey, ObjectType type, Fillable fillable) {
        List<Field<?>> fields = type.fields().stream().filter(fillable::allows).toList();
        Map<ColumnProfile, Scored> chosen = choose(survey.columns(), type, fields);
        List<Proposal.Guess> guesses = survey.columns().stream()
                .map(profile -> guess(profile, chosen.get(profile)))
                .toList();
        CsvFile csv = file instanceof CsvFile text ? text : null;
        return new Proposal(
                file.format().name().toLowerCase(Locale.ROOT),
                csv == null ? null : csv.dialect().encoding().charset().name(),
                csv == null ? null : String.valueOf(csv.dialect().delimiter()),
                file.tables().stream()
                        .map(t -> new Proposal.Sheet(t.name(), t.hidden()))
                        .toList(),
                survey.whole(),
                survey.rows(),
                survey.brokenRows(),
                guesses,
                fields.stream().<String>map(Field::name).toList(),
                survey.head().stream().map(Proposer::brief).toList());
    }

    private static List<String> brief(List<String> cells) {
        return cells.stream()
                .map(cell -> cell.length() > LONGEST_SHOWN ? cell.substring(0, LONGEST_SHOWN) : cell)
                .toList();
    }

    private record Scored(ColumnProfile profile, Field<?> field, double score) {}

    /** The surest pairs first; every field once. */
    private Map<ColumnProfile, Scored> choose(List<ColumnProfile> profiles, ObjectType type, List<Field<?>> fields) {
        List<Scored> all = new ArrayList<>();
        for (ColumnProfile profile : profiles) {
            fields.forEach(field -> all.add(new Scored(profile, field, score(profile, type, field))));
        }
        all.sort(Comparator.comparingDouble(Scored::score).reversed());
        Map<ColumnProfile, Scored> chosen = new HashMap<>();
        Set<String> taken = new HashSet<>();
        for (Scored pair : all) {
            if (pair.score() >= LEAST
                    && !chosen.containsKey(pair.profile())
                    && taken.add(pair.field().name())) {
                chosen.put(pair.profile(), pair);
            }
        }
        return chosen;
    }

    private double score(ColumnProfile profile, ObjectType type, Field<?> field) {
        String header = Likeness.bare(profile.name());
        double byHeader = byHeader(header, type, field);
        if (Fillable.isKey(field)) {
            return byHeader == BY_NAME && profile.kind() == ColumnKind.UUID ? BY_NAME : 0;
        }
        boolean fits = fits(profile.kind(), field.type().code());
        if (byHeader > 0) {
            double unfit = byHeader == BY_NAME ? BY_NAME_UNFIT : byHeader * UNFIT;
            return fits ? byHeader : unfit;
        }
        return telling(profile.kind(), field) ? BY_DATA : 0;
    }

    private double byHeader(String header, ObjectType type, Field<?> field) {
        List<String> names = new ArrayList<>();
        names.add(Likeness.bare(field.name()));
        field.label().texts().values().forEach(text -> names.add(Likeness.bare(text)));
        if (names.contains(header)) {
            return BY_NAME;
        }
        if (synonyms.mean(type.name(), field.name(), header)) {
            return BY_SYNONYM;
        }
        boolean part = names.stream()
                .anyMatch(n -> n.length() >= SHORTEST_PART
                        && header.length() >= SHORTEST_PART
                        && (header.contains(n) || n.contains(header)));
        return part ? BY_PART : 0;
    }

    /** Whether values of this form alone speak for the field. */
    private static boolean telling(ColumnKind kind, Field<?> field) {
        return switch (kind) {
            case EMAIL -> field.type().code().equals("email");
            case PHONE -> field.type().code().equals("phone");
            case URL -> field.type().code().equals("url");
            case EMPTY, UUID, BOOLEAN, DATE, DATE_TIME, INTEGER, DECIMAL, PERCENT, MONEY, CHOICE, TEXT -> false;
        };
    }

    private static boolean fits(ColumnKind kind, String type) {
        if (kind == ColumnKind.EMPTY) {
            return true;
        }
        return switch (type) {
            case "integer", "decimal", "money", "percent", "rating" ->
                NUMBERS.contains(kind) || kind == ColumnKind.BOOLEAN;
            case "date", "datetime" -> kind == ColumnKind.DATE || kind == ColumnKind.DATE_TIME;
            case "boolean" -> kind == ColumnKind.BOOLEAN;
            case "email" -> kind == ColumnKind.EMAIL;
            case "phone" -> kind == ColumnKind.PHONE || kind == ColumnKind.INTEGER;
            case "url" -> kind == ColumnKind.URL || kind == ColumnKind.TEXT || kind == ColumnKind.CHOICE;
            default -> true;
        };
    }

    private static Proposal.Guess guess(ColumnProfile profile, @Nullable Scored scored) {
        DateStyles dates = profile.dates();
        List<String> formats = new ArrayList<>();
        dates.counts().keySet().forEach(s -> formats.add(s.pattern()));
        dates.alternatives().stream().map(DateStyle::pattern).sorted().forEach(formats::add);
        return new Proposal.Guess(
                profile.name(),
                profile.samples(),
                profile.seen(),
                profile.filled(),
                profile.distinct(),
                profile.kind(),
                scored == null ? null : scored.field().name(),
                scored == null ? 0 : scored.score(),
                formats.size() == 1 ? formats.getFirst() : null,
                formats.stream().distinct().toList(),
                profile.values(),
                values(profile, scored));
    }

    private static Map<String, String> values(ColumnProfile profile, @Nullable Scored scored) {
        Map<String, String> values = new LinkedHashMap<>();
        if (scored != null && scored.field().type() instanceof ListsChoices listed) {
            profile.choices().keySet().stream()
                    .filter(text -> listed.choices().code(text).isEmpty())
                    .forEach(text -> values.put(
                            text,
                            listed.choices()
                                    .word(text)
                                    .or(() -> Likeness.choice(text, listed.choices()))
                                    .map(c -> c.code())
                                    .orElse("")));
        }
        return values;
    }
}
