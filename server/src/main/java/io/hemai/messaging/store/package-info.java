/** The table of mails, and all statements on it. */
@NullMarked
package io.hemai.messaging.store;

import org.jspecify.annotations.NullMarked;
