package io.hemai.journal;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A place in a tenant's journal that a follower keeps for itself.
 *
 * @param epoch in which the transaction number holds
 */
public record FeedPlace(UUID epoch, long transaction, long id) {
    private static final Pattern FORM = Pattern.compile("([0-9a-f-]{36})\\.(\\d{1,18})\\.(\\d{1,19})");

    /** The place as text. */
    public String text() {
        return epoch + "." + transaction + "." + id;
    }

    /** The place that the text stands for; empty when it is none. */
    public static Optional<FeedPlace> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new FeedPlace(
                    UUID.fromString(form.group(1)), Long.parseLong(form.group(2)), Long.parseLong(form.group(3))));
        } catch (IllegalArgumentException damaged) {
            return Optional.empty();
        }
    }
}
