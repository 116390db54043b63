/** What the company sells, and what currencies are worth. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "kernel :: world",
            "tenancy",
            "metadata",
            "metadata :: fieldtype",
            "identity",
            "records",
            "records :: verb"
        })
@NullMarked
package io.hemai.products;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
