/** What was done and is to do about any record, and the files that belong to it: activities, tasks, attachments; and the catalogue of tags. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "metadata",
            "metadata :: fieldtype",
            "web",
            "identity",
            "people",
            "access",
            "journal",
            "records",
            "records :: sight",
            "records :: verb"
        })
@NullMarked
package io.hemai.timeline;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
