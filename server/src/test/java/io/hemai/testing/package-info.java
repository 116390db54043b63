/** What every test stands on: one PostgreSQL and one running application for the whole run. */
@NullMarked
package io.hemai.testing;

import org.jspecify.annotations.NullMarked;
