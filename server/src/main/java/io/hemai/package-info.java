@NullMarked
package io.hemai;

import org.jspecify.annotations.NullMarked;
