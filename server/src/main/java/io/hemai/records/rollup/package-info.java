/** Keeps the values that records have from the records that lead to them. */
@NullMarked
package io.hemai.records.rollup;

import org.jspecify.annotations.NullMarked;
