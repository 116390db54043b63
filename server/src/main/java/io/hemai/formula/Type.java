package io.hemai.formula;

import io.hemai.kernel.Worded;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a part of a formula gives, blank apart. */
public sealed interface Type {
    /** Types that are the same everywhere. */
    enum Plain implements Type {
        /** A {@link java.math.BigDecimal}. */
        NUMBER,
        /** A {@link io.hemai.kernel.Money}. */
        MONEY,
        /** A {@link String}; an empty one is blank. */
        TEXT,
        /** A {@link Boolean}. */
        BOOLEAN,
        /** A {@link java.time.LocalDate}. */
        DATE,
        /** An {@link java.time.Instant}. */
        DATETIME,
        /** A collection of codes. */
        CHOICES,
        /** Never a value: it fits wherever a value of any type does. */
        BLANK
    }

    /**
     * A code, which may stand wherever a text may.
     *
     * @param codes those that there are; none when any text may be one
     */
    record Choice(List<String> codes) implements Type {
        public Choice {
            codes = List.copyOf(codes);
        }
    }

    /** A {@link io.hemai.kernel.RecordId} of the object. */
    record Link(String object) implements Type {}

    /** How the type is called. */
    default Worded worded() {
        String name = switch (this) {
            case Plain plain -> plain.name().toLowerCase(Locale.ROOT);
            case Choice _ -> "choice";
            case Link _ -> "link";
        };
        return new Worded("formula.type." + name);
    }

    /** The type of what is now this, now the other; empty when nothing can be both. */
    default Optional<Type> common(Type other) {
        if (equals(other) || other == Plain.BLANK) {
            return Optional.of(this);
        }
        if (this == Plain.BLANK) {
            return Optional.of(other);
        }
        return isText() && other.isText() ? Optional.of(Plain.TEXT) : Optional.empty();
    }

    /** Whether = and &lt;&gt; can be asked of the two. */
    default boolean comparable(Type other) {
        boolean sets = this == Plain.CHOICES && other == Plain.CHOICES;
        return !sets && (common(other).isPresent() || (isAmount() && other.isAmount()));
    }

    private boolean isText() {
        return this == Plain.TEXT || this instanceof Choice;
    }

    /** Whether it can be reckoned with. */
    default boolean isAmount() {
        return this == Plain.NUMBER || this == Plain.MONEY;
    }
}
