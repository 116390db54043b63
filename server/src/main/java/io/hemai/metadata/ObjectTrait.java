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
    /** Added by the company. */
    CUSTOM
}
