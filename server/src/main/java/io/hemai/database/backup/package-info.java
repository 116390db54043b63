/** Saves a home, database and files, while it is in use, and puts it back somewhere else. */
@NullMarked
package io.hemai.database.backup;

import org.jspecify.annotations.NullMarked;
