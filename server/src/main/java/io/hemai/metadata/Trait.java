package io.hemai.metadata;

/** What a field is besides its type. */
public enum Trait {
    /** A record cannot be written without it. */
    REQUIRED,
    /** No two records of the object have the same. */
    UNIQUE,
    /** Found by the search over everything. */
    SEARCHABLE,
    /** Has an index of its own. */
    INDEXED,
    /** How far a record has come; what stands in a phase is found by an index, freshest first. */
    PHASE,
    /** Filled in by a rule where nobody gives it, if the rule finds what to fill it with. */
    DERIVED,
    /** Set by Hemai and its rules, never by a caller. */
    READ_ONLY,
    /** Set by Hemai in everyday life, but an administrator may bring it with records that have a past. */
    PAST,
    /** Names of the roles whose people see the record, or {@code everyone}; set by those who shape objects. */
    AUDIENCE,
    /**
     * What a reader must know of to see somebody else's record: objects as {@code lead}, fields that it names as
     * {@code lead.mobile}, fields whose values it tells something of as {@code lead.mobile=}.
     */
    DISCLOSES,
    /** Who owns the record may read what the link leads to. */
    SHOWN_TO_OWNER,
    /** What a person calls the record; one per object. */
    NAME,
    /** Written when the record is made, never after. */
    FIXED,
    /** Added by the company. */
    CUSTOM,
    /** Taken off lists and forms, by the company or as delivered; still there for the API. */
    HIDDEN,
    /** Its formula is being worked out for the records that stand, so some of its values are not what they will be. */
    STALE
}
