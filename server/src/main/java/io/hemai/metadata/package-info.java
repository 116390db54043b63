/** Which objects and fields exist for a tenant: what the modules declare plus what the company added. */
@ApplicationModule(
        allowedDependencies = {"kernel", "kernel :: text", "kernel :: china", "database", "tenancy", "formula"})
@NullMarked
package io.hemai.metadata;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
