package io.hemai.identity;

import io.hemai.kernel.RecordId;
import java.time.Instant;

/**
 * Who reads as another person.
 *
 * @param viewing the entry in the log of such readings
 * @param until when it ends by itself
 */
public record Viewer(RecordId user, String label, RecordId viewing, Instant until) {}
