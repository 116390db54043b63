/** Finds any record by what people remember of it: a piece of a name, its pinyin, the end of a phone number. */
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
            "records :: sight"
        })
@NullMarked
package io.hemai.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
