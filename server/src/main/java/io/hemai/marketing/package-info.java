/** What is done to be found: campaigns. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "metadata",
            "metadata :: fieldtype",
            "identity",
            "records",
            "records :: verb",
            "accounts"
        })
@NullMarked
package io.hemai.marketing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
