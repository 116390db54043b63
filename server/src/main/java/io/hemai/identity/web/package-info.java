/** The sign-in as HTTP: filter, security rules, sessions and tokens. */
@NullMarked
package io.hemai.identity.web;

import org.jspecify.annotations.NullMarked;
