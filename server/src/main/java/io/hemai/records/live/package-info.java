/** Changes as they happen, for those who look at the records. */
@NullMarked
package io.hemai.records.live;

import org.jspecify.annotations.NullMarked;
