/** The floor of a start: an application that has Hemai's parts and does nothing with them. */
@NullMarked
package io.hemai.bench.empty;

import org.jspecify.annotations.NullMarked;
