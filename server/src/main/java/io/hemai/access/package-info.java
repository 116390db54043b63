/** Who may see and do what, said as filters and fields; knows no SQL. */
@ApplicationModule(
        allowedDependencies = {"kernel", "database", "tenancy", "metadata", "metadata :: fieldtype", "web", "identity"})
@NullMarked
package io.hemai.access;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
