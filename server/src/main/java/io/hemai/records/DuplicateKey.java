package io.hemai.records;

import io.hemai.metadata.Field;

/**
 * Something by which two records are found to be the same.
 *
 * @param field the field it is made of, which a refusal names
 * @param text what is equal for the same; records of several objects compare when their rules share a name
 */
public record DuplicateKey(Field<?> field, String text) {}
