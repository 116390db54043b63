/** The companies that share an installation, each in a schema and a database role of its own, and the one that is bound now. */
@ApplicationModule(allowedDependencies = {"kernel", "database"})
@NullMarked
package io.hemai.tenancy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
