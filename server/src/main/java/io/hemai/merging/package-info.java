/** Makes one record of several that mean the same, and takes that back for a while. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "metadata",
            "metadata :: fieldtype",
            "identity",
            "access",
            "journal",
            "records",
            "records :: verb"
        })
@NullMarked
package io.hemai.merging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
