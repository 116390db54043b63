/** Deals: their pipelines and stages, what and who they are about, and how they are won and lost. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "tenancy",
            "metadata",
            "metadata :: fieldtype",
            "identity",
            "access",
            "people",
            "records",
            "records :: verb",
            "timeline",
            "processes",
            "products",
            "accounts"
        })
@NullMarked
package io.hemai.opportunities;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
