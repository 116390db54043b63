package io.hemai.messaging;

import io.hemai.kernel.RecordId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** What stands behind the mails that people write: the records on timelines, and their files. It is asked within the mail's tenant. */
public interface Correspondence {
    /** The files, in that order; empty when one is not there any more. */
    Optional<List<MailFile>> files(Collection<RecordId> ids);

    /** The mail server has it. Part of the transaction in which that is noted. */
    void sent(RecordId mail, Instant at);

    /**
     * An answer came, or another mail to the address of the mail. Says whether the mail is known here; what came before is not taken again.
     */
    boolean received(ReceivedMail mail, RecordId answered);

    /** Another mail server did not deliver the mail; says whether it is known here. */
    boolean bounced(RecordId mail, String reason);

    /** Nobody tries any more to send it. Part of the transaction in which that is noted. */
    void failed(RecordId mail, String answer);
}
