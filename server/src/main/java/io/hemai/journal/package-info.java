/** What happened: one row per change, for histories and for everything that works after the fact. */
@ApplicationModule(
        allowedDependencies = {"kernel", "database", "tenancy", "metadata", "metadata :: schema", "identity"})
@NullMarked
package io.hemai.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
