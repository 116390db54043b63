/** What Hemai says to other systems, and hears from them: the one way out by HTTP, and webhooks that get signed messages. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "database",
            "tenancy",
            "metadata",
            "metadata :: custom",
            "metadata :: fieldtype",
            "web",
            "identity",
            "access",
            "notification",
            "records",
            "records :: verb",
            "shaping"
        })
@NullMarked
package io.hemai.integration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
