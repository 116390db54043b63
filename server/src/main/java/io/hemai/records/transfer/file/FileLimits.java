package io.hemai.records.transfer.file;

import io.hemai.kernel.Limits;

/**
 * How much one file may ask for.
 *
 * @param rows data rows
 * @param columns columns of the header
 * @param recordChars characters of one row; a longer one is cut and marked
 * @param joinedLines physical lines that one quoted cell may span
 * @param zipEntries entries of a zipped file
 * @param inflatedBytes bytes that a zipped file may unpack to in one reading
 * @param inflateRatio unpacked bytes for each packed byte, looked at beyond the first 16 MiB
 */
public record FileLimits(
        long rows,
        int columns,
        int recordChars,
        int joinedLines,
        int zipEntries,
        long inflatedBytes,
        int inflateRatio) {
    /** What an import grants. */
    public static final FileLimits DEFAULT =
            new FileLimits(Limits.IMPORT_ROWS, 500, 1 << 20, 500, 10_000, 6L << 30, 300);

    /** The same limits for another number of rows. */
    public FileLimits withRows(long most) {
        return new FileLimits(most, columns, recordChars, joinedLines, zipEntries, inflatedBytes, inflateRatio);
    }
}
