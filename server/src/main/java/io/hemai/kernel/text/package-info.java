/** What the system knows about text that people type: one way to compare it, and checked phones, mails, addresses, names and rich text. */
@NullMarked
@NamedInterface("text")
package io.hemai.kernel.text;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
