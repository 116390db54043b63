/** Business verbs on records: declared once, found by type, offered by the API, meta, flows and agents alike. */
@NamedInterface("verb")
@NullMarked
package io.hemai.records.verb;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
