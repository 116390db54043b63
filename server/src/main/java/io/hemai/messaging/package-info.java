/** What Hemai writes to people outside of itself: an outbox of mails, and their delivery to the installation's mail server. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "kernel :: text",
            "database",
            "tenancy",
            "metadata",
            "web",
            "identity",
            "access"
        })
@NullMarked
package io.hemai.messaging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
