package io.hemai.journal;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Works after the fact on what the journal tells: a Spring component, found by its type. It reads every entry of every tenant
 * from its own position, in an order in which nothing is skipped, one node at a time.
 */
public interface JournalReader {
    /** The name of its position; never changes. */
    String name();

    /** The bound tenant's entries that it cares for; what changed is seen only where it {@link #reads} that. */
    default Predicate<Entry> wanted() {
        return entry -> true;
    }

    /**
     * The bound tenant's objects of which it reads what changed; entries of others come without, {@code {}}, but whole when they
     * were set aside and are given again.
     */
    Set<String> reads();

    /**
     * Whether it writes values that follow from the tenant's metadata: it takes entries once more where that changes meanwhile. Not
     * for who changes it.
     */
    default boolean derives() {
        return false;
    }

    /**
     * Takes entries that it wants. Runs for the tenant, as Hemai itself, in one transaction with the move of the position: what it
     * writes to the database happens once. Anything else may happen again and must bear it. An exception has the entries
     * given again, fewer at a time; one that fails alone several times is set aside. Keep it well under two seconds.
     */
    void handle(List<Entry> entries);
}
