/** Makes the real tables that objects are stored in, by comparing what metadata asks for with what the database has. */
@NamedInterface("schema")
@NullMarked
package io.hemai.metadata.schema;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
