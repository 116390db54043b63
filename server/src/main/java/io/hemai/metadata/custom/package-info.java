/** What a company adds to its objects while Hemai runs: objects, fields, links and choices of its own. */
@NamedInterface("custom")
@NullMarked
package io.hemai.metadata.custom;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
