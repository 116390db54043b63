/** Keeps the messages that webhooks are to get. */
@NullMarked
package io.hemai.integration.store;

import org.jspecify.annotations.NullMarked;
