/** Reads filters and binds them to a tenant's objects and the caller's rights; plain Java. */
@NullMarked
package io.hemai.records.query;

import org.jspecify.annotations.NullMarked;
