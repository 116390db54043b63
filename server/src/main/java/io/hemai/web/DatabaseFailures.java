package io.hemai.web;

import io.hemai.kernel.ErrorCode;
import io.hemai.kernel.Refusal;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Map;
import java.util.Optional;

/** What a failure of PostgreSQL means to the client, by SQLSTATE; the rest are defects of ours. */
final class DatabaseFailures {
    private static final int SOON_SECONDS = 1;
    /** Appendix A of PostgreSQL's manual. */
    private static final Map<String, ErrorCode> BY_STATE = Map.of(
            "55P03", WebError.RETRY, // lock_not_available
            "40001", WebError.RETRY, // serialization_failure
            "40P01", WebError.RETRY, // deadlock_detected
            "57014", WebError.TOO_SLOW, // query_canceled
            "53100", WebError.DATABASE_FULL, // disk_full
            "25P03", WebError.DATABASE_UNAVAILABLE, // idle_in_transaction_session_timeout
            "22021", WebError.INVALID_CHARACTER); // character_not_in_repertoire

    /** By class: connection, resources, intervention by the operator, system error. */
    private static final Map<String, ErrorCode> BY_CLASS = Map.of(
            "08", WebError.DATABASE_UNAVAILABLE,
            "53", WebError.DATABASE_UNAVAILABLE,
            "57", WebError.DATABASE_UNAVAILABLE,
            "58", WebError.DATABASE_UNAVAILABLE);

    private DatabaseFailures() {}

    static Optional<Refusal> refusal(Throwable failure) {
        return Failures.find(failure, SQLException.class)
                .flatMap(DatabaseFailures::code)
                .map(code -> code == WebError.RETRY
                        ? Refusal.of(code).with(ProblemAnswers.RETRY_AFTER, SOON_SECONDS)
                        : Refusal.of(code));
    }

    private static Optional<ErrorCode> code(SQLException failure) {
        if (failure instanceof SQLTransientConnectionException) {
            return Optional.of(WebError.DATABASE_UNAVAILABLE);
        }
        String state = failure.getSQLState();
        if (state == null || state.length() != 5) {
            return Optional.empty();
        }
        return Optional.ofNullable(BY_STATE.get(state))
                .or(() -> Optional.ofNullable(BY_CLASS.get(state.substring(0, 2))));
    }
}
