package io.hemai.notification;

import io.hemai.kernel.Label;
import io.hemai.kernel.Worded;
import io.hemai.kernel.text.Template;
import io.hemai.metadata.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** A text for somebody who is told something. */
public sealed interface Said {
    /** Under the key of a text that tells of several, with their number as its last argument. */
    String MANY = ".many";

    /** No text is longer. */
    int LONGEST = 4_000;

    /** As it is, whoever reads it. */
    record Literally(String text) implements Said {}

    /**
     * In the language of who reads it.
     *
     * @param key where its texts stand; under {@code <key>.many} that for several
     * @param args a {@link Label} or {@link Worded} among them is said in that language too
     */
    record Coded(String key, List<Object> args) implements Said {
        public Coded {
            args = List.copyOf(args);
        }
    }

    /** With what the record says, in the places of its fields, to who reads it. */
    record Merged(Template template) implements Said {}

    /** The text under the key, for each in the own language. */
    static Said coded(String key, Object... args) {
        return new Coded(key, List.of(args));
    }

    /** The fields of the record that it tells of. */
    default Set<String> fields() {
        return this instanceof Merged(var template) ? template.names() : Set.of();
    }

    /**
     * The text for a reader.
     *
     * @param record what its fields say to that reader
     */
    default String to(Locale reader, Wording wording, Map<String, String> record) {
        return switch (this) {
            case Literally(var text) -> text;
            case Merged(var template) -> template.filled(record, LONGEST);
            case Coded(var key, var args) -> wording.text(key, reader, spoken(args, reader, wording));
        };
    }

    /** The text for a reader where it tells of so many. */
    default String ofMany(long count, Locale reader, Wording wording, Map<String, String> record) {
        return switch (this) {
            case Literally text -> wording.text("notice.more", reader, text.to(reader, wording, record), count - 1);
            case Merged text -> wording.text("notice.more", reader, text.to(reader, wording, record), count - 1);
            case Coded(var key, var args) -> {
                List<Object> counted = new ArrayList<>(args);
                counted.add(count);
                yield wording.text(key + MANY, reader, spoken(counted, reader, wording));
            }
        };
    }

    private static Object[] spoken(List<Object> args, Locale reader, Wording wording) {
        return args.stream()
                .map(arg -> switch (arg) {
                    case Label label -> label.in(reader);
                    case Worded worded -> wording.text(worded.key(), reader);
                    default -> arg;
                })
                .toArray();
    }
}
