package io.hemai.identity;

import java.time.ZoneId;
import java.util.Locale;

/** Who does a piece of work; every read and write is done under one. */
public sealed interface Identity permits UserIdentity, SystemIdentity {
    /** What a person reads in a history. */
    String label();

    /** The zone whose days count. */
    ZoneId zone();

    /** The language of answers. */
    Locale locale();
}
