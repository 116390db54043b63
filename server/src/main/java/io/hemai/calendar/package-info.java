/** When people work: the hours of the company and of its teams, and the days on which these do not hold; what counts in working time asks here. */
@ApplicationModule(allowedDependencies = {"kernel", "tenancy", "metadata", "identity", "access", "people", "records"})
@NullMarked
package io.hemai.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
