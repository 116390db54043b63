package io.hemai.records;

import io.hemai.journal.Actor;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.Wording;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Says in words why something happened and who did it, where the journal has a name: {@code release: no reply} becomes
 * {@code 退回公海：no reply}. Verbs say what they are called, other reasons stand under {@code why.<name>}.
 */
@Component
public class Reasons {
    private static final String DELETED = " deleted";
    private static final Pattern MANY = Pattern.compile("(?<undo>undo of )?bulk of (?<records>\\d+)");

    private final Wording wording;
    private final Metadata metadata;

    Reasons(Wording wording, Metadata metadata) {
        this.wording = wording;
        this.metadata = metadata;
    }

    /** The reason of an entry about a record of the object, for a reader; as it stands where nobody has words for it. */
    public @Nullable String told(String object, @Nullable String why, Locale reader) {
        if (why == null) {
            return null;
        }
        int colon = why.indexOf(": ");
        String name = colon < 0 ? why : why.substring(0, colon);
        return key(object, name)
                .map(key -> wording.text(key, reader) + (colon < 0 ? "" : also(why.substring(colon + 2), reader)))
                .or(() -> many(name, reader)
                        .map(act ->
                                act + (colon < 0 ? "" : also(told(object, why.substring(colon + 2), reader), reader))))
                .or(() -> deleted(why, reader))
                .or(() -> file(why, reader))
                .orElse(why);
    }

    private String also(@Nullable String more, Locale reader) {
        return wording.text("why.more", reader, String.valueOf(more));
    }

    /** {@code bulk of 12}, {@code undo of bulk of 12}. */
    private Optional<String> many(String name, Locale reader) {
        Matcher act = MANY.matcher(name);
        return act.matches()
                ? Optional.of(wording.text(
                        act.group("undo") == null ? "why.bulk" : "why.bulk_undone", reader, act.group("records")))
                : Optional.empty();
    }

    /** {@code account deleted}. */
    private Optional<String> deleted(String why, Locale reader) {
        return Optional.of(why)
                .filter(text -> text.endsWith(DELETED))
                .flatMap(text -> metadata.current().find(text.substring(0, text.length() - DELETED.length())))
                .map(gone -> wording.text("why.deleted", reader, gone.label().in(reader)));
    }

    /** {@code import leads.csv}. */
    private Optional<String> file(String why, Locale reader) {
        int space = why.indexOf(' ');
        return space < 0
                ? Optional.empty()
                : Optional.of("why." + named(why.substring(0, space)))
                        .filter(wording::has)
                        .map(key -> wording.text(key, reader) + also(why.substring(space + 1), reader));
    }

    /** What an actor is called; parts of Hemai by what they do. */
    public String actor(Actor actor, Locale reader) {
        String key = "actor." + named(actor.label());
        return actor.id() == null && wording.has(key) ? wording.text(key, reader) : actor.label();
    }

    private Optional<String> key(String object, String name) {
        return Stream.of(List.of("verb", object), List.of("verb"), List.of("why"))
                .map(place -> String.join(".", place) + "." + named(name))
                .filter(wording::has)
                .findFirst();
    }

    private static String named(String reason) {
        return reason.strip().toLowerCase(Locale.ROOT).replaceAll("[ -]", "_");
    }
}
