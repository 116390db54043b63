/** Fields that formulas work out: what formulas know of an object, in which order they are worked out, what fields hold of it. */
@NamedInterface("computed")
@NullMarked
package io.hemai.metadata.computed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
