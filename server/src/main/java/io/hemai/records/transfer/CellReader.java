package io.hemai.records.transfer;

import io.hemai.kernel.text.Normalised;
import io.hemai.metadata.Choice;
import io.hemai.metadata.Coerced;
import io.hemai.metadata.Field;
import io.hemai.metadata.MetadataError;
import io.hemai.metadata.ValueContext;
import io.hemai.metadata.fieldtype.ListsChoices;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Reads the cells of rows as values of their fields; what links say is put aside. An empty cell says nothing. */
final class CellReader {
    private static final int REMEMBERED = 1_000;

    private final List<Target> targets;
    private final Map<Integer, String> unused;
    private final ValueContext context;
    private final Map<String, Map<String, String>> newChoices = new ConcurrentHashMap<>();

    /**
     * @param unused names of the columns that the mapping does not mention, by their places
     */
    CellReader(List<Target> targets, Map<Integer, String> unused, ValueContext context) {
        this.targets = targets;
        this.unused = unused;
        this.context = context;
    }

    void read(ImportedRow row, Notes notes) {
        unused.forEach((place, column) -> {
            String text = row.cells().get(place).strip();
            if (!text.isEmpty()) {
                notes.unused(row.line(), column, text);
            }
        });
        for (Target target : targets) {
            String text = target.text(row.cells());
            if (text.isBlank()) {
                continue;
            }
            if (target.link() != null) {
                row.links().put(target, text);
            } else {
                read(row, notes, target, target.field(), text);
            }
        }
    }

    private <T> void read(ImportedRow row, Notes notes, Target target, Field<T> field, String text) {
        switch (field.type().read(text, target.format(), context)) {
            case Coerced.Good<T>(var value) -> {
                List<String> fresh = value == null ? List.of() : unlisted(target, value);
                boolean left = !fresh.isEmpty() && target.leaves(row.cells());
                tell(row, notes, target, fresh, left ? TransferError.LEFT_EMPTY : TransferError.NEW_CHOICE);
                Object kept = left ? without(value, fresh) : value;
                if (kept != null) {
                    row.values().put(field.name(), inOneSpelling(target, kept));
                }
            }
            case Coerced.Bad<T>(var code, var args) -> {
                Optional<Choice> near = code == MetadataError.UNKNOWN_CHOICE ? near(field, text) : Optional.empty();
                if (near.isPresent()) {
                    notes.fix(target.column(), text, near.get().code());
                    row.refuse(
                            target,
                            text,
                            TransferError.CHOICE_NEAR,
                            text,
                            near.get().label());
                } else {
                    row.refuse(target, text, code, args.toArray());
                }
            }
        }
    }

    private static Optional<Choice> near(Field<?> field, String text) {
        return field.type() instanceof ListsChoices listed ? Likeness.choice(text, listed.choices()) : Optional.empty();
    }

    /** What nobody listed is kept as the file spells it first, whatever its case in other rows. */
    private Object inOneSpelling(Target target, Object value) {
        if (!(value instanceof String text)
                || !(target.field().type() instanceof ListsChoices listed)
                || listed.choices().code(text).isPresent()) {
            return value;
        }
        Map<String, String> spelled = newChoices.computeIfAbsent(target.field().name(), f -> new ConcurrentHashMap<>());
        String word = Normalised.of(text);
        String first = spelled.size() < REMEMBERED ? spelled.putIfAbsent(word, text) : spelled.get(word);
        return first == null ? text : first;
    }

    /** What of the value an open choice does not list. */
    private static List<String> unlisted(Target target, Object value) {
        return target.field().type() instanceof ListsChoices listed && listed.open()
                ? listed.codes(value).stream()
                        .filter(code -> listed.choices().code(code).isEmpty())
                        .toList()
                : List.of();
    }

    /** What is left of several; nothing of one. */
    private static @Nullable Object without(@Nullable Object value, List<String> fresh) {
        if (!(value instanceof List<?> several)) {
            return null;
        }
        List<?> left = several.stream().filter(each -> !fresh.contains(each)).toList();
        return left.isEmpty() ? null : left;
    }

    /** An open choice takes any text, unless that is not wanted; people are told, with the value that was perhaps meant. */
    private static void tell(ImportedRow row, Notes notes, Target target, List<String> fresh, TransferError how) {
        for (String code : fresh) {
            row.onceIn(kept -> kept.warn(row.line(), target.column(), how, code));
            near(target.field(), code).ifPresent(choice -> notes.fix(target.column(), code, choice.code()));
        }
    }
}
