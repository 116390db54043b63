package io.hemai.metadata;

import java.time.Instant;

/**
 * A field that was deleted, or whose object was: its columns stay until nobody can restore it any more.
 *
 * @param until when that is
 */
public record AwayField(Field<?> field, Instant until) {}
