package io.hemai.records.transfer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an import was asked to do.
 *
 * @param file name of its content on the shelf
 * @param sheet null for the one that a person sees first
 * @param match fields by which rows and records are known to be the same
 * @param repair whether broken rows are read as they were evidently meant
 * @param duplicates null in jobs that were queued before one could choose
 * @param past whether creation, closing and owner are taken as given
 */
public record ImportSettings(
        String fileName,
        String file,
        long fileSize,
        @Nullable String sheet,
        Mapping mapping,
        ImportMode mode,
        List<String> match,
        @Nullable ImportDuplicates duplicates,
        boolean dryRun,
        boolean repair,
        boolean past,
        Requester requester) {
    public ImportSettings {
        match = List.copyOf(match);
    }

    /** Whether rows that are likely there already are left out. */
    boolean skipsDuplicates() {
        return duplicates == ImportDuplicates.SKIP;
    }
}
