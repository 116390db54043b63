package io.hemai.records.transfer;

import io.hemai.metadata.Choice;
import io.hemai.metadata.Coerced;
import io.hemai.metadata.Field;
import io.hemai.metadata.MetadataError;
import io.hemai.metadata.ValueContext;
import io.hemai.metadata.fieldtype.ListsChoices;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the cells of rows as values of their fields; what links say is put aside. An empty cell says nothing. */
final class CellReader {
    private final List<Target> targets;
    private final Map<Integer, String> unused;
    private final ValueContext context;

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
                if (value != null) {
                    row.values().put(field.name(), value);
                    warnOfNew(row, notes, target, text);
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

    /** An open choice takes any text; people are told, with the value that was perhaps meant. */
    private static void warnOfNew(ImportedRow row, Notes notes, Target target, String text) {
        if (target.field().type() instanceof ListsChoices listed
                && listed.open()
                && listed.choices().word(text).isEmpty()) {
            notes.warn(row.line(), target.column(), TransferError.NEW_CHOICE, text);
            Likeness.choice(text, listed.choices())
                    .ifPresent(choice -> notes.fix(target.column(), text, choice.code()));
        }
    }
}
