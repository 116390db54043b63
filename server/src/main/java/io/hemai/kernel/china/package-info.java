/** What the system knows about China: its regions and the codes of its companies. */
@NullMarked
@NamedInterface("china")
package io.hemai.kernel.china;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
