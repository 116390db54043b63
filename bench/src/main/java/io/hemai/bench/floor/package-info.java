/** The floors that run inside the measured server: bare endpoints behind the same security chain. */
@NullMarked
package io.hemai.bench.floor;

import org.jspecify.annotations.NullMarked;
