package io.hemai.messaging;

import io.hemai.kernel.text.Checked;
import io.hemai.kernel.text.Emails;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who sends or gets mails: {@code 张伟 <zhang@example.com>}.
 *
 * @param name without signs that end it in a list of addresses; null where only the address is known
 */
public record Mailbox(@Nullable String name, String address) {
    private static final int LONGEST_NAME = 100;

    public Mailbox {
        address = address.replaceAll("[\\p{IsControl}\\s,;<>]+", "");
        name = name == null
                ? ""
                : name.replaceAll("[\\p{IsControl}\\s,;<>\"]+", " ").strip();
        if (name.codePointCount(0, name.length()) > LONGEST_NAME) {
            name = name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME));
        }
        name = name.isEmpty() || name.equalsIgnoreCase(address) ? null : name;
    }

    /** Reads an address, with a name before it or without; empty when it is none. */
    public static Optional<Mailbox> of(String given) {
        int open = given.lastIndexOf('<');
        boolean named = open >= 0 && given.stripTrailing().endsWith(">");
        String address = named ? given.substring(open + 1, given.lastIndexOf('>')) : given;
        return switch (Emails.check(address)) {
            case Checked.Valid(var valid) -> Optional.of(new Mailbox(named ? given.substring(0, open) : null, valid));
            case Checked.Invalid<String> _ -> Optional.empty();
        };
    }

    /** Whether mails to both arrive at the same place. */
    public boolean isSame(Mailbox other) {
        return address.equalsIgnoreCase(other.address);
    }

    /** As people write it. */
    @Override
    public String toString() {
        return name == null ? address : name + " <" + address + ">";
    }
}
