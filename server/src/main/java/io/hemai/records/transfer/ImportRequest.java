package io.hemai.records.transfer;

import io.hemai.web.JsonBody;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An import as it is asked for.
 *
 * @param mapping null to take what is proposed
 * @param match empty for the external id when the mode needs something to match by
 */
public record ImportRequest(
        String object,
        String fileName,
        @Nullable String sheet,
        @Nullable JsonBody mapping,
        ImportMode mode,
        List<String> match,
        ImportDuplicates duplicates,
        boolean dryRun,
        boolean repair) {
    public ImportRequest {
        match = List.copyOf(match);
    }
}
