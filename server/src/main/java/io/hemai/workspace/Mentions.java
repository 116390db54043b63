package io.hemai.workspace;

import io.hemai.kernel.RecordId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** People named in a text, each as {@code @[name](id)}. */
final class Mentions {
    private static final Pattern MENTION = Pattern.compile("@\\[([^\\]\\n]{1,200})\\]\\(([A-Za-z0-9_-]{1,40})\\)");

    private Mentions() {}

    /** The people by id, with the names that were written. */
    static Map<RecordId, String> in(@Nullable String text) {
        Map<RecordId, String> people = new LinkedHashMap<>();
        if (text != null) {
            MENTION.matcher(text)
                    .results()
                    .forEach(named ->
                            RecordId.parse(named.group(2)).ifPresent(id -> people.putIfAbsent(id, named.group(1))));
        }
        return people;
    }

    /** The text with names instead of marks. */
    static String plain(String text) {
        return MENTION.matcher(text).replaceAll("@$1");
    }
}
