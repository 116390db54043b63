/** Who is asking: sign-in, sessions, tokens, and the identity under which work is done. */
@ApplicationModule(
        allowedDependencies = {"kernel", "kernel :: text", "kernel :: china", "database", "tenancy", "metadata", "web"})
@NullMarked
package io.hemai.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
