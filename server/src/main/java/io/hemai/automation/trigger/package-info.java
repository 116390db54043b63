/** What starts flows, a class for each kind. */
@NullMarked
package io.hemai.automation.trigger;

import org.jspecify.annotations.NullMarked;
