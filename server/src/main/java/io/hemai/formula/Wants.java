package io.hemai.formula;

import io.hemai.formula.Type.Plain;
import io.hemai.kernel.Worded;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What a parameter takes. BLANK may be given to all of them. */
public enum Wants {
    NUMBER(Plain.NUMBER),
    AMOUNT(Plain.NUMBER, Plain.MONEY),
    BOOLEAN(Plain.BOOLEAN),
    DAY(Plain.DATE, Plain.DATETIME),
    /** What has an order; all such arguments of a call have one type. */
    ORDERED(Plain.NUMBER, Plain.MONEY, Plain.DATE, Plain.DATETIME),
    TEXT(true, Plain.TEXT),
    TEXT_OR_CHOICES(true, Plain.TEXT, Plain.CHOICES),
    TEXT_OR_AMOUNT(true, Plain.TEXT, Plain.NUMBER, Plain.MONEY),
    TEXT_OR_DATETIME(true, Plain.TEXT, Plain.DATETIME),
    /** What can be shown as text: all but links. */
    WRITTEN(true, EnumSet.allOf(Plain.class)),
    /** What the call may give; all such arguments of a call have one type. */
    RESULT,
    /** What is compared with the call's first argument. */
    KEY,
    ANY;

    private final boolean choices;
    private final Set<Plain> plain;
    private final boolean all;

    Wants(Plain... plain) {
        this.choices = false;
        this.plain = Set.of(plain);
        this.all = plain.length == 0;
    }

    Wants(boolean choices, Plain... plain) {
        this(choices, Set.of(plain));
    }

    Wants(boolean choices, Set<Plain> plain) {
        this.choices = choices;
        this.plain = plain;
        this.all = false;
    }

    /** Whether an argument of the type may be given. */
    public boolean accepts(Type type) {
        return switch (type) {
            case Plain one -> all || one == Plain.BLANK || plain.contains(one);
            case Type.Choice _ -> all || choices;
            case Type.Link _ -> all;
        };
    }

    boolean isShared() {
        return this == ORDERED || this == RESULT;
    }

    /** How it is called. */
    public Worded worded() {
        return new Worded("formula.wants." + name().toLowerCase(Locale.ROOT));
    }
}
