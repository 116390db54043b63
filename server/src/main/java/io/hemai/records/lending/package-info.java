/** What one may read because of records of one's own. */
@NullMarked
package io.hemai.records.lending;

import org.jspecify.annotations.NullMarked;
