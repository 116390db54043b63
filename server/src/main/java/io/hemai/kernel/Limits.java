package io.hemai.kernel;

/** The limits that everybody is told of and that every way in keeps. */
public final class Limits {
    /** How deep and/or/not may nest in a filter. */
    public static final int FILTER_DEPTH = 8;
    /** How many comparisons a filter may hold. */
    public static final int FILTER_LEAVES = 100;
    /** How many values {@code in} may list. */
    public static final int IN_VALUES = 1_000;
    /** How many links a path may follow. */
    public static final int LINK_HOPS = 3;
    /** How many keys a list may be sorted by. */
    public static final int SORT_KEYS = 3;
    /** How many records a page may hold. */
    public static final int PAGE = 200;
    /** How many records a page holds unless asked. */
    public static final int DEFAULT_PAGE = 50;
    /** How many matches may be sorted over a link. */
    public static final int LINK_SORT_MATCHES = 100_000;
    /** How many fields an object may have. */
    public static final int FIELDS_PER_OBJECT = 300;

    /** Paths that one question may ask for: every field of the fullest object. */
    public static final int PATHS = 350;

    /** Values in one filter, however they are spread over its leaves. */
    public static final int FILTER_VALUES = 10_000;
    /** How many records one batch may change. */
    public static final int BATCH = 10_000;
    /** How many records one chunk of an import or mass act changes in one transaction. */
    public static final int CHUNK = 2_000;
    /** How many other records may be deleted or changed along with what is deleted. */
    public static final int DEPENDANTS = 10_000;
    /** Bytes of a JSON body. */
    public static final int BODY_BYTES = 8 * 1024 * 1024;
    /** How deep a JSON text may nest. */
    public static final int JSON_DEPTH = 50;
    /** Characters of one text in a JSON body. */
    public static final int JSON_STRING = 2_000_000;
    /** Digits of one number in a JSON body, its zeros included when it is written out. */
    public static final int JSON_DIGITS = 100;
    /** Bytes of an uploaded file: a million rows of thirty columns are half of it. */
    public static final long FILE_BYTES = 1024L * 1024 * 1024;
    /** How many records one bulk act may change. */
    public static final int BULK = 1_000_000;
    /** How many imports, exports and bulk acts of one person may wait or run. */
    public static final int OPEN_JOBS = 10;
    /** How many of a whole company. */
    public static final int OPEN_JOBS_OF_ALL = 50;
    /** Characters of an {@code Idempotency-Key}. */
    public static final int IDEMPOTENCY_KEY = 255;
    /** Rows of an imported file. */
    public static final int IMPORT_ROWS = 1_000_000;

    private Limits() {}
}
