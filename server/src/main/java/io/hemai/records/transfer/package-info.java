/** Brings files of records in and out: imports that can be resumed and undone, exports within rights. */
@NullMarked
package io.hemai.records.transfer;

import org.jspecify.annotations.NullMarked;
