package io.hemai.metadata;

import io.hemai.kernel.RecordId;
import java.util.Collection;
import java.util.Map;

/** Knows into which records others went, so that links which were away meanwhile lead on. */
public interface Successors {
    /** The record into which each of those that are gone went; those that just went are left out. */
    Map<RecordId, RecordId> of(String object, Collection<RecordId> gone);
}
