package io.hemai.database;

import io.hemai.kernel.StartRefused;

/** Hemai does not start on this database. */
public final class DatabaseRefused extends StartRefused {
    private static final long serialVersionUID = 1L;

    public DatabaseRefused(String problem, String remedy) {
        super(problem, remedy);
    }

    public DatabaseRefused(String problem, String remedy, Throwable cause) {
        super(problem, remedy, cause);
    }
}
