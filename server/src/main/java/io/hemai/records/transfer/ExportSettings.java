package io.hemai.records.transfer;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an export was asked for.
 *
 * @param filter as plain JSON; null for everything
 * @param fields names and paths; empty for every field that the requester knows of
 */
record ExportSettings(@Nullable Object filter, List<String> fields, ExportFormat format, Requester requester) {
    ExportSettings {
        fields = List.copyOf(fields);
    }
}
