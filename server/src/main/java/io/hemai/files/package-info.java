/** What people store: uploads, downloads within rights, and putting away what nobody uses. */
@ApplicationModule(
        allowedDependencies = {"kernel", "kernel :: text", "database", "tenancy", "web", "identity", "records"})
@NullMarked
package io.hemai.files;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
