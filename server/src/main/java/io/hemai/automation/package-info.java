/** Flows: what happens by itself to records, as administrators draw it; durable, and able to say what it did and why. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "kernel :: text",
            "database",
            "tenancy",
            "metadata",
            "metadata :: custom",
            "metadata :: fieldtype",
            "web",
            "identity",
            "access",
            "journal",
            "integration",
            "messaging",
            "approvals",
            "calendar",
            "notification",
            "records",
            "records :: filter",
            "records :: verb",
            "shaping"
        })
@NullMarked
package io.hemai.automation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
