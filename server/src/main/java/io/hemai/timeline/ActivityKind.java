package io.hemai.timeline;

/** How people had to do with each other. */
public enum ActivityKind {
    CALL,
    MAIL,
    MEETING,
    VISIT,
    MESSAGE,
    NOTE
}
