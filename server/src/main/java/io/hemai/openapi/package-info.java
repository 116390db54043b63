/** Describes the whole API to who asks, in OpenAPI, with the objects of the company as the reader may use them. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "metadata",
            "metadata :: fieldtype",
            "web",
            "identity",
            "identity :: routes",
            "access",
            "records",
            "records :: verb"
        })
@NullMarked
package io.hemai.openapi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
