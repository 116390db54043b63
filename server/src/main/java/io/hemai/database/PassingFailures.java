package io.hemai.database;

import io.hemai.kernel.ErrorCode;
import io.hemai.kernel.Refusal;
import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.Set;

/** Which failures pass by themselves, so that the same work may succeed in a moment: locks, lost connections, full pools. */
public final class PassingFailures {
    private static final int CLASS = 2;
    /** Of PostgreSQL: lock_not_available, serialization_failure, deadlock_detected. */
    private static final Set<String> STATES = Set.of("55P03", "40001", "40P01");
    /** Of PostgreSQL: connection, resources, intervention by the operator. */
    private static final Set<String> CLASSES = Set.of("08", "53", "57");

    private PassingFailures() {}

    /** Whether the failure, or one that caused it, is such. */
    public static boolean include(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (passes(cause)) {
                return true;
            }
        }
        return false;
    }

    private static boolean passes(Throwable cause) {
        return switch (cause) {
            case SQLTransientException passing -> true;
            case SQLException sql -> passes(sql.getSQLState() == null ? "" : sql.getSQLState());
            case Refusal refusal -> refusal.code().kind() == ErrorCode.Kind.UNAVAILABLE;
            default -> false;
        };
    }

    private static boolean passes(String state) {
        return STATES.contains(state) || (state.length() > CLASS && CLASSES.contains(state.substring(0, CLASS)));
    }
}
