package io.hemai.journal;

import java.util.Locale;

/** What kind of actor did something. */
public enum ActorKind {
    /** A person in a web session. */
    USER,
    /** A program with a person's token. */
    TOKEN,
    FLOW,
    IMPORT,
    /** Hemai itself. */
    SYSTEM;

    /** The name in tables and answers. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ActorKind of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT));
    }
}
