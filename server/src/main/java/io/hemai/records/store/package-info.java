/** The only home of SQL on record tables. */
@NullMarked
package io.hemai.records.store;

import org.jspecify.annotations.NullMarked;
