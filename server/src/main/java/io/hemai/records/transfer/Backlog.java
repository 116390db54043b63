package io.hemai.records.transfer;

import io.hemai.identity.Acting;
import io.hemai.identity.UserIdentity;
import io.hemai.kernel.Limits;
import io.hemai.kernel.Refusal;
import io.hemai.records.store.OpenJobs;
import org.springframework.stereotype.Component;

/**
 * Keeps a person, and a company, from asking for more imports, exports and bulk acts than get done. Taking one back is always
 * possible and counts against nobody.
 */
@Component
class Backlog {
    private final OpenJobs jobs;

    Backlog(OpenJobs jobs) {
        this.jobs = jobs;
    }

    /** To be asked in the transaction that keeps a new one. */
    void requireRoom() {
        jobs.hold();
        look();
    }

    /** Refuses early what {@link #requireRoom} would, before work is done for it. */
    void look() {
        OpenJobs.Count open = jobs.count(Acting.user().map(UserIdentity::user).orElse(null));
        if (open.ofPerson() >= Limits.OPEN_JOBS) {
            throw Refusal.of(TransferError.TOO_MANY_OPEN, Limits.OPEN_JOBS);
        }
        if (open.ofAll() >= Limits.OPEN_JOBS_OF_ALL) {
            throw Refusal.of(TransferError.TOO_MANY_OPEN_OF_ALL, Limits.OPEN_JOBS_OF_ALL);
        }
    }
}
