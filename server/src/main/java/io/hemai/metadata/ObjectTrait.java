package io.hemai.metadata;

/** What an object is besides its fields. */
public enum ObjectTrait {
    /** Its records have an owner and a department, by which people see them. */
    OWNED,
    /** Its records are lines of another: seen, changed and deleted with the rights on their master. */
    LINE,
    /** Written by Hemai only; callers read it. */
    READ_ONLY,
    /** Never deleted, only switched off. */
    KEPT,
    /** What other records need to be understood: read by everybody who has a role, unless the role says otherwise. */
    REFERENCE,
    /**
     * What a person keeps for oneself: whoever has a role makes some, and works with those of one's own, unless the role says
     * otherwise. Those of others are seen where they are shared, meant for one of the person's roles, or follow a parent.
     */
    PERSONAL,
    /** Made, changed and read by those who shape objects: it names fields that are hidden from others. */
    SHAPE,
    /** Written so often, and worth so little later, that the journal does not tell of it: no history, no readers. */
    UNRECORDED,
    /** What Hemai keeps to know by itself: no role reaches it, so for people it does not exist. */
    INTERNAL,
    /** Added by the company. */
    CUSTOM
}
