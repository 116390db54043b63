/** The one way to other machines by HTTP. */
@NullMarked
package io.hemai.integration.outbound;

import org.jspecify.annotations.NullMarked;
