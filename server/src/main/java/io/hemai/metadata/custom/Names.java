package io.hemai.metadata.custom;

import io.hemai.kernel.Problems;
import io.hemai.metadata.MetadataError;
import java.util.regex.Pattern;

/** Names of what a company adds: they carry {@code c_}, so that no later release collides with them. */
final class Names {
    /** With the longest suffix of a further column it still is an identifier of PostgreSQL. */
    static final int LONGEST = 48;

    private static final String PREFIX = "c_";
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");

    private Names() {}

    /** The name with its prefix; what is wrong with it is noted. */
    static String custom(String member, String given, Problems problems) {
        String name = given.startsWith(PREFIX) ? given : PREFIX + given;
        if (given.isEmpty()) {
            boolean told = problems.list().stream().anyMatch(p -> member.equals(p.field()));
            if (!told) {
                problems.add(member, MetadataError.INVALID_NAME, given);
            }
            return name;
        }
        if (!FORM.matcher(name).matches()) {
            problems.add(member, MetadataError.INVALID_NAME, given);
        } else if (name.length() > LONGEST) {
            problems.add(member, ShapingError.NAME_TOO_LONG, LONGEST);
        }
        return name;
    }
}
