package io.hemai.metadata.fieldtype;

import io.hemai.kernel.RecordId;

/**
 * A record of whichever object.
 *
 * @param object name of the object
 */
public record About(String object, RecordId id) {}
