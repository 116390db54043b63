/** The tables of runs, and all statements on them. */
@NullMarked
package io.hemai.automation.store;

import org.jspecify.annotations.NullMarked;
