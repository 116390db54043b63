package io.hemai.messaging;

/** What became of handing a mail to the mail server. */
sealed interface Handed {
    /** The server has it and answers for it. */
    record Taken() implements Handed {}

    /** The server will never take it: there is no such address, or it does not want it. */
    record Refused(String answer) implements Handed {}

    /** The server does not take this one now. */
    record NotNow(String answer) implements Handed {}

    /** The server cannot be used, by no mail: it is away, hangs, talks nonsense, or does not let Hemai in. */
    record Unreachable(String reason) implements Handed {}
}
