package io.hemai.records.transfer;

import io.hemai.kernel.RecordId;
import io.hemai.records.transfer.file.TextForm;
import io.hemai.web.JsonBody;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An import as it is asked for.
 *
 * @param from an earlier import of which the file is taken; null when one is sent
 * @param mapping null to take what is proposed
 * @param match empty for the external id when the mode needs something to match by
 * @param look whether the file is only looked at: nothing is read to its end and nothing tried
 */
public record ImportRequest(
        String object,
        @Nullable RecordId from,
        String fileName,
        @Nullable String sheet,
        TextForm form,
        @Nullable JsonBody mapping,
        ImportMode mode,
        List<String> match,
        ImportDuplicates duplicates,
        boolean look,
        boolean dryRun,
        boolean repair) {
    public ImportRequest {
        match = List.copyOf(match);
    }

    /** The same of a file that is called so. */
    ImportRequest called(String name) {
        return new ImportRequest(
                object, from, name, sheet, form, mapping, mode, match, duplicates, look, dryRun, repair);
    }
}
