package io.hemai.notification;

/** How a person is told. */
public enum Way {
    /** Not at all. */
    NONE,
    /** In Hemai. */
    APP,
    /** In Hemai, and by a mail once a day where it was not seen. */
    DIGEST,
    /** In Hemai, and by a mail soon where it was not seen. */
    MAIL
}
