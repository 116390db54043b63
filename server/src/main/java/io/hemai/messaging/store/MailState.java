package io.hemai.messaging.store;

import java.util.Locale;

/** What has become of a mail. */
public enum MailState {
    /** It is to be sent. */
    WAITING,
    /** The mail server has it. */
    SENT,
    /** Nobody tries any more. */
    FAILED;

    /** As it is stored and told. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
