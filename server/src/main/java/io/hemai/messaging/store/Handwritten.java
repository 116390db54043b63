package io.hemai.messaging.store;

import io.hemai.kernel.RecordId;
import java.util.List;

/**
 * What a mail has that a person wrote.
 *
 * @param sender name of who writes
 * @param to each as people write it, as those of cc and bcc
 * @param references what receivers know the mails before it by, the first one first
 * @param files what is attached
 * @param images files that stand within what it says
 */
public record Handwritten(
        String sender,
        List<String> to,
        List<String> cc,
        List<String> bcc,
        List<String> references,
        List<RecordId> files,
        List<RecordId> images) {}
