/** Measures Hemai's headline paths, each beside its floor: the same work done by nothing but the bare parts, in the same run. */
@NullMarked
package io.hemai.bench;

import org.jspecify.annotations.NullMarked;
