/**
 * A fictional company with a year of plausible history, to look at Hemai with something in it, and what the demo mailbox got of its
 * mails.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "kernel :: text",
            "kernel :: china",
            "tenancy",
            "metadata",
            "web",
            "identity",
            "access",
            "messaging",
            "records",
            "people",
            "products",
            "accounts",
            "opportunities",
            "leads",
            "marketing",
            "timeline"
        })
@NullMarked
package io.hemai.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
