/** One class per step of a write. */
@NullMarked
package io.hemai.records.change;

import org.jspecify.annotations.NullMarked;
