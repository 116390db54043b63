/** One class per type of field: what it accepts, stores, shows and how it compares. */
@NamedInterface("fieldtype")
@NullMarked
package io.hemai.metadata.fieldtype;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
