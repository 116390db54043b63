/** The language of formulas: reads, checks, prints and works them out in memory; knows names and types only by a {@link Scope}. */
@ApplicationModule(allowedDependencies = {"kernel", "kernel :: text", "kernel :: world"})
@NullMarked
package io.hemai.formula;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
