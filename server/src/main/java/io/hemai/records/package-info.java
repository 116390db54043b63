/** The door: every read and write of record tables goes through here, under the acting identity's rights. Knows no business word. */
@ApplicationModule(
        allowedDependencies = {
            "kernel",
            "kernel :: text",
            "database",
            "tenancy",
            "metadata",
            "metadata :: fieldtype",
            "metadata :: schema",
            "metadata :: computed",
            "formula",
            "web",
            "identity",
            "access",
            "journal"
        })
@NullMarked
package io.hemai.records;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
