/** What people are told that came about without them: records of each person's own, written where it happens. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "kernel :: text",
            "tenancy",
            "metadata",
            "metadata :: fieldtype",
            "web",
            "identity",
            "access",
            "messaging",
            "people",
            "records",
            "records :: sight",
            "records :: verb"
        })
@NullMarked
package io.hemai.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
