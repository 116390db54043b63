package io.hemai.timeline;

/** What became of a mail. */
public enum MailState {
    /** The mail server does not have it yet. */
    SENDING,
    SENT,
    /** The mail server does not take it. */
    FAILED,
    /** The mail server took it, and another one did not. */
    BOUNCED,
    RECEIVED
}
