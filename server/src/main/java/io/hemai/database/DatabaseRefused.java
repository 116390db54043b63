package io.hemai.database;

/** Hemai does not start on this database: what is wrong, in one line, and what to do about it. */
public final class DatabaseRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String remedy;

    public DatabaseRefused(String problem, String remedy) {
        super(problem);
        this.remedy = remedy;
    }

    public DatabaseRefused(String problem, String remedy, Throwable cause) {
        super(problem, cause);
        this.remedy = remedy;
    }

    /** What the person who runs Hemai can do. */
    public String remedy() {
        return remedy;
    }
}
