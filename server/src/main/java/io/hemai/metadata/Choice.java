package io.hemai.metadata;

import io.hemai.kernel.Label;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One value of a choice.
 *
 * @param code what is stored and sent
 * @param color one of the twelve tag colours of the interface; null for none
 * @param active whether new values may take it; old ones keep it
 * @param when codes of the field on which the list depends, for which it is offered; none for always
 */
public record Choice(String code, Label label, @Nullable String color, boolean active, List<String> when) {
    /** The tag colours of the interface. */
    public static final Set<String> COLORS = Set.of(
            "grey", "slate", "blue", "cyan", "jade", "green", "olive", "amber", "orange", "red", "pink", "violet");

    public Choice {
        when = List.copyOf(when);
    }

    /** A value that is always offered. */
    public Choice(String code, Label label, @Nullable String color, boolean active) {
        this(code, label, color, active, List.of());
    }

    /** A value in use without a colour. */
    public static Choice of(String code, Label label) {
        return new Choice(code, label, null, true);
    }

    /** The same called otherwise. */
    public Choice labelled(Label newLabel) {
        return new Choice(code, newLabel, color, active, when);
    }
}
