package io.hemai.access;

import io.hemai.kernel.RecordId;

/**
 * A record that a person may read because of another one of their own, for as long as that one is about it.
 *
 * @param record what is lent
 * @param person to whom
 */
public record Loan(RecordId record, RecordId person) {}
