package io.hemai.records;

/**
 * How a write is meant.
 *
 * @param atomic all or nothing; else what is sound is written and the rest told
 * @param batch whether problems carry positions even for a single change
 * @param allowDuplicates whether the caller knows of the likely duplicates
 * @param notingDuplicates whether changes note by what they are found, and that they are likely duplicates where that is allowed
 * @param migrating whether an administrator brings records with a past: creation, closing and owner as given
 * @param entitled whether a verb itself gives the right to change what the caller may read, such as claiming what is nobody's
 * @param exact whether records get what is given as it is given, as when an act is taken back: rules check it and make nothing else of it
 */
public record WriteOptions(
        boolean atomic,
        boolean batch,
        boolean allowDuplicates,
        boolean notingDuplicates,
        boolean migrating,
        boolean entitled,
        boolean exact) {
    /** One act by a person or by code. */
    public static final WriteOptions USUAL = new WriteOptions(true, false, false, false, false, false, false);

    public WriteOptions allowingDuplicates() {
        return new WriteOptions(atomic, batch, true, notingDuplicates, migrating, entitled, exact);
    }

    public WriteOptions noting() {
        return new WriteOptions(atomic, batch, allowDuplicates, true, migrating, entitled, exact);
    }

    public WriteOptions rowByRow() {
        return new WriteOptions(false, true, allowDuplicates, notingDuplicates, migrating, entitled, exact);
    }

    public WriteOptions inBatch() {
        return new WriteOptions(atomic, true, allowDuplicates, notingDuplicates, migrating, entitled, exact);
    }

    public WriteOptions bringingPast() {
        return new WriteOptions(atomic, batch, allowDuplicates, notingDuplicates, true, entitled, exact);
    }

    /** The verb has seen to the right itself. */
    public WriteOptions entitling() {
        return new WriteOptions(atomic, batch, allowDuplicates, notingDuplicates, migrating, true, exact);
    }

    /** What is given is what there was. */
    public WriteOptions exactly() {
        return new WriteOptions(atomic, batch, allowDuplicates, notingDuplicates, migrating, entitled, true);
    }
}
