/** The companies and people that the company deals with, and the pools that nobody's ones wait in. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "kernel :: text",
            "metadata",
            "metadata :: fieldtype",
            "identity",
            "records",
            "records :: verb",
            "merging",
            "timeline"
        })
@NullMarked
package io.hemai.accounts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
