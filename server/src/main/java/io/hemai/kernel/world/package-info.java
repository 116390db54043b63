/** What the system knows about the world: currencies. */
@NullMarked
@NamedInterface("world")
package io.hemai.kernel.world;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
