/** Hemai in a real browser, as people use it. */
@NullMarked
package io.hemai.e2e;

import org.jspecify.annotations.NullMarked;
