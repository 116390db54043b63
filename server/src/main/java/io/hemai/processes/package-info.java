/** Processes: how records move through the values of a choice, who may move them, and what must be so first. */
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
            "journal",
            "approvals",
            "automation",
            "records",
            "records :: filter",
            "records :: verb",
            "shaping"
        })
@NullMarked
package io.hemai.processes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
