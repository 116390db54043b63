package io.hemai.messaging;

import io.hemai.kernel.RecordId;
import org.springframework.core.io.InputStreamSource;

/** A file that goes with a mail. */
public record MailFile(RecordId id, String name, String type, InputStreamSource content) {}
