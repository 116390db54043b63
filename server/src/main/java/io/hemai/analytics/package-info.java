/** Numbers: reports over any object, and the ready ones that every sales team asks for. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "metadata",
            "metadata :: fieldtype",
            "web",
            "identity",
            "access",
            "records",
            "records :: report",
            "records :: filter",
            "workspace",
            "opportunities",
            "leads"
        })
@NullMarked
package io.hemai.analytics;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
