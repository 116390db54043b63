/** Mails with customers: written on records, answered to them, and standing on their timelines. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "kernel :: text",
            "tenancy",
            "metadata",
            "metadata :: fieldtype",
            "web",
            "identity",
            "people",
            "access",
            "records",
            "records :: verb",
            "files",
            "timeline",
            "messaging",
            "notification"
        })
@NullMarked
package io.hemai.correspondence;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
