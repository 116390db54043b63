/**
 * What people keep on the desk: saved lists, layouts, favourites, what they follow and opened last, comments and mentions,
 * dashboards.
 */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "metadata",
            "metadata :: fieldtype",
            "web",
            "identity",
            "access",
            "notification",
            "records",
            "records :: filter",
            "records :: sight",
            "records :: verb",
            "shaping",
            "timeline"
        })
@NullMarked
package io.hemai.workspace;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
