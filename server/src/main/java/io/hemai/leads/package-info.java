/** People who may become customers: where they come from, how they are worked, and what becomes of them. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "kernel :: text",
            "metadata",
            "metadata :: fieldtype",
            "identity",
            "access",
            "people",
            "tenancy",
            "records",
            "records :: sight",
            "records :: verb",
            "timeline",
            "products",
            "accounts",
            "opportunities",
            "search"
        })
@NullMarked
package io.hemai.leads;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
