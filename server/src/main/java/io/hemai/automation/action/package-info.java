/** What flows do, a class for each kind of step. */
@NullMarked
package io.hemai.automation.action;

import org.jspecify.annotations.NullMarked;
