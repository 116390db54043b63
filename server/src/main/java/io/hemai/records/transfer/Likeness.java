package io.hemai.records.transfer;

import io.hemai.kernel.text.Normalised;
import io.hemai.metadata.Choice;
import io.hemai.metadata.fieldtype.Choices;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether two texts are probably meant to be the same: equal but for spaces, punctuation, case, or one slip of the pen. */
final class Likeness {
    private static final int LONG_ENOUGH_FOR_SLIPS = 5;

    private Likeness() {}

    /** The letters and digits of a text, without case. */
    static String bare(String text) {
        StringBuilder bare = new StringBuilder(text.length());
        Normalised.of(text).codePoints().filter(Character::isLetterOrDigit).forEach(bare::appendCodePoint);
        return bare.toString();
    }

    /** The one choice that the text is probably meant to be. */
    static Optional<Choice> choice(String text, Choices choices) {
        String bare = bare(text);
        Optional<Choice> same = only(choices.all().stream().filter(c -> words(c).anyMatch(w -> w.equals(bare))));
        return same.isPresent() || bare.length() < LONG_ENOUGH_FOR_SLIPS
                ? same
                : only(choices.all().stream().filter(c -> words(c).anyMatch(w -> oneSlip(w, bare))));
    }

    private static Stream<String> words(Choice choice) {
        return Stream.concat(Stream.of(choice.code()), choice.label().texts().values().stream())
                .map(Likeness::bare)
                .filter(w -> !w.isEmpty());
    }

    private static Optional<Choice> only(Stream<Choice> found) {
        var two = found.limit(2).toList();
        return two.size() == 1 ? Optional.of(two.getFirst()) : Optional.empty();
    }

    /** Whether one letter more, less or other makes one of the other. */
    static boolean oneSlip(String one, String other) {
        int difference = one.length() - other.length();
        if (Math.abs(difference) > 1) {
            return false;
        }
        int at = 0;
        while (at < Math.min(one.length(), other.length()) && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        String restOne = one.substring(Math.min(one.length(), at + (difference >= 0 ? 1 : 0)));
        String restOther = other.substring(Math.min(other.length(), at + (difference <= 0 ? 1 : 0)));
        return restOne.equals(restOther);
    }
}
