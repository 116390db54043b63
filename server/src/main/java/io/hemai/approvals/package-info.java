/** Approvals of any record: who is asked in which order, what each decided, and the story of it. Flows ask, and go on by the answer. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "tenancy",
            "metadata",
            "metadata :: fieldtype",
            "web",
            "identity",
            "access",
            "calendar",
            "journal",
            "messaging",
            "people",
            "notification",
            "records",
            "records :: verb"
        })
@NullMarked
package io.hemai.approvals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
