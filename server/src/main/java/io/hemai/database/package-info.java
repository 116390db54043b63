/** The PostgreSQL that Hemai stands on: embedded or external, its pool, transactions and the {@code platform} schema. */
@ApplicationModule(allowedDependencies = "kernel")
@NullMarked
package io.hemai.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
