/** Work on many records in the background: imports and bulk acts that can be resumed and undone, exports within rights. */
@NullMarked
package io.hemai.records.transfer;

import org.jspecify.annotations.NullMarked;
