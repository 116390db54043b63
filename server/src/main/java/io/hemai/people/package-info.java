/** The company's people and departments as records, how they join, change and leave, and who is there from the first start. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "kernel :: text",
            "database",
            "tenancy",
            "metadata",
            "metadata :: fieldtype",
            "web",
            "identity",
            "access",
            "records",
            "records :: verb"
        })
@NullMarked
package io.hemai.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
