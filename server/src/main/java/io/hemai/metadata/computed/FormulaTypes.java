package io.hemai.metadata.computed;

import io.hemai.formula.Type;
import io.hemai.formula.Type.Plain;
import io.hemai.metadata.Choice;
import io.hemai.metadata.ColumnKind;
import io.hemai.metadata.Field;
import io.hemai.metadata.fieldtype.IdType;
import io.hemai.metadata.fieldtype.LinkType;
import io.hemai.metadata.fieldtype.ListsChoices;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What fields are to formulas, and which field holds what a formula gives. */
public final class FormulaTypes {
    private FormulaTypes() {}

    /** What formulas take the field for; empty where they can do nothing with it. */
    public static Optional<Type> of(String object, Field<?> field) {
        return switch (field.type().comparison()) {
            case TEXT -> isLine(field) ? Optional.of(Plain.TEXT) : Optional.empty();
            case CODE -> Optional.of(new Type.Choice(codes(field)));
            case NUMBER -> Optional.of(Plain.NUMBER);
            case MONEY -> Optional.of(Plain.MONEY);
            case DATE -> Optional.of(Plain.DATE);
            case INSTANT -> Optional.of(Plain.DATETIME);
            case BOOLEAN -> Optional.of(Plain.BOOLEAN);
            case SET -> Optional.of(Plain.CHOICES);
            case REFERENCE -> reference(object, field);
            case PRESENCE -> Optional.empty();
        };
    }

    private static boolean isLine(Field<?> field) {
        return field.type().columns().size() == 1
                && field.type().columns().getFirst().kind() == ColumnKind.TEXT;
    }

    private static List<String> codes(Field<?> field) {
        return field.type() instanceof ListsChoices listed && !listed.open()
                ? listed.choices().all().stream().map(Choice::code).toList()
                : List.of();
    }

    private static Optional<Type> reference(String object, Field<?> field) {
        return switch (field.type()) {
            case LinkType link -> Optional.of(new Type.Link(link.target()));
            case IdType id -> Optional.of(new Type.Link(object));
            default -> Optional.empty();
        };
    }

    /** A value of the field in the class that formulas know. */
    static @Nullable Object plain(Field<?> field, @Nullable Object value) {
        if (value == null || !(field.type() instanceof ListsChoices listed)) {
            return value;
        }
        List<String> codes = listed.codes(value);
        return value instanceof java.util.Collection<?> ? codes : codes.getFirst();
    }

    /** The type of the field that holds what a formula of the type gives; empty when none does. */
    public static Optional<String> holding(Type answer) {
        return switch (answer) {
            case Type.Choice choice -> Optional.of("text");
            case Type.Link link -> Optional.empty();
            case Plain plain ->
                switch (plain) {
                    case NUMBER -> Optional.of("decimal");
                    case MONEY -> Optional.of("money");
                    case TEXT -> Optional.of("text");
                    case BOOLEAN -> Optional.of("boolean");
                    case DATE -> Optional.of("date");
                    case DATETIME -> Optional.of("datetime");
                    case CHOICES, BLANK -> Optional.empty();
                };
        };
    }
}
