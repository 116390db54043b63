/** Imports and exports over HTTP. */
@NullMarked
package io.hemai.records.transfer.web;

import org.jspecify.annotations.NullMarked;
