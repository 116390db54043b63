package io.hemai.kernel;

/** Hemai does not start: what is wrong, in one line, and what to do about it. */
public class StartRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String remedy;

    public StartRefused(String problem, String remedy) {
        super(problem);
        this.remedy = remedy;
    }

    public StartRefused(String problem, String remedy, Throwable cause) {
        super(problem, cause);
        this.remedy = remedy;
    }

    /** What the person who runs Hemai can do. */
    public final String remedy() {
        return remedy;
    }
}
