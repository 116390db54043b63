/** The HTTP edge that everybody shares: strict JSON and parameters, request ids, and refusals as problem details. */
@ApplicationModule(allowedDependencies = {"kernel", "tenancy", "metadata"})
@NullMarked
package io.hemai.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
