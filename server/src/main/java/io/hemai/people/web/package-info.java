/** People and companies over HTTP, as far as they are not records. */
@NullMarked
package io.hemai.people.web;

import org.jspecify.annotations.NullMarked;
