/** Shows objects and fields to those who may see them, and lets administrators shape them, over HTTP. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "kernel :: china",
            "tenancy",
            "metadata",
            "metadata :: fieldtype",
            "metadata :: custom",
            "metadata :: computed",
            "formula",
            "web",
            "identity",
            "access",
            "journal"
        })
@NullMarked
package io.hemai.shaping;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
