/** The HTTP API of all objects. */
@NullMarked
package io.hemai.records.web;

import org.jspecify.annotations.NullMarked;
