/** Runs of flows: started from the journal, taken step by step, kept so that a crash loses and doubles nothing. */
@NullMarked
package io.hemai.automation.run;

import org.jspecify.annotations.NullMarked;
