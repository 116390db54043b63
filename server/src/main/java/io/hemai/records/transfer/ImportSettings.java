package io.hemai.records.transfer;

import io.hemai.records.transfer.file.TextForm;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an import was asked to do.
 *
 * @param file name of its content on the shelf
 * @param sheet null for the one that a person sees first
 * @param form how a text is written; null when nobody said so
 * @param from the import from which the file was taken; null when it was sent
 * @param looked whether the file was only looked at; null for no
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
        @Nullable TextForm form,
        @Nullable String from,
        @Nullable Boolean looked,
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

    /** How a text is written, as far as somebody said so. */
    TextForm textForm() {
        return form == null ? TextForm.UNTOLD : form;
    }

    /** Whether the file was only looked at. */
    boolean isLook() {
        return Boolean.TRUE.equals(looked);
    }

    /** Whether rows that are likely there already are left out. */
    boolean skipsDuplicates() {
        return duplicates == ImportDuplicates.SKIP;
    }
}
