package io.hemai.records.transfer;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a bulk act was asked to do.
 *
 * @param set values for the fields; null when a verb is done
 * @param verb null when values are set
 */
record BulkSettings(
        @Nullable Map<String, @Nullable Object> set,
        @Nullable String verb,
        Map<String, @Nullable Object> input,
        boolean allowDuplicates,
        Requester requester) {}
