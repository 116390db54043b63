/** Unpacks, starts, takes over and stops a PostgreSQL server of our own on a directory of our own. */
@NullMarked
package io.hemai.database.embedded;

import org.jspecify.annotations.NullMarked;
