package io.hemai.records.transfer;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a bulk act was asked to do.
 *
 * @param set values for the fields, if any are set
 * @param members what is added to fields and taken from them, if anything is
 * @param verb what is done instead
 */
record BulkSettings(
        @Nullable Map<String, @Nullable Object> set,
        @Nullable Members members,
        @Nullable String verb,
        Map<String, @Nullable Object> input,
        boolean allowDuplicates,
        Requester requester) {}
