package io.hemai.metadata;

import io.hemai.kernel.Label;
import org.jspecify.annotations.Nullable;

/**
 * One value of a choice.
 *
 * @param code what is stored and sent
 * @param color one of the twelve tag colours of the interface; null for none
 * @param active whether new values may take it; old ones keep it
 */
public record Choice(String code, Label label, @Nullable String color, boolean active) {
    /** A value in use without a colour. */
    public static Choice of(String code, Label label) {
        return new Choice(code, label, null, true);
    }
}
