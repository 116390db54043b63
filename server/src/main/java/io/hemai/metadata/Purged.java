package io.hemai.metadata;

import org.jspecify.annotations.Nullable;

/**
 * What a company deleted is gone for good; told in the transaction that forgets it, with the company bound.
 *
 * @param field null when the whole object went
 */
public record Purged(String object, @Nullable String field) {}
