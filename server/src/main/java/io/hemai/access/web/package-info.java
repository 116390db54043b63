/** Roles over HTTP. */
@NullMarked
package io.hemai.access.web;

import org.jspecify.annotations.NullMarked;
