package io.hemai.metadata.custom;

import io.hemai.kernel.Problems;
import io.hemai.kernel.text.Pinyin;
import io.hemai.metadata.MetadataError;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Names of what a company adds: they carry {@code c_}, so that no later release collides with them. */
final class Names {
    /** With the longest suffix of a further column it still is an identifier of PostgreSQL. */
    static final int LONGEST = 48;

    private static final String PREFIX = "c_";
    private static final int ROOM = "_999".length();
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");

    private Names() {}

    /**
     * The name that was given, or else one made of what people call it: {@code 设备编号} becomes {@code c_she_bei_bian_hao}.
     *
     * @param label texts by language; the English one is taken first
     * @param taken whether a name is one already
     */
    static String customOr(Given given, String usual, Object label, Predicate<String> taken, Problems problems) {
        return given.says("name")
                ? custom("name", given.text("name"), problems)
                : made(usual, label instanceof Map<?, ?> texts ? texts : Map.of(), taken);
    }

    private static String made(String usual, Map<?, ?> label, Predicate<String> taken) {
        String said = Stream.of("en", "zh-CN")
                .map(label::get)
                .filter(text -> text instanceof String written && !written.isBlank())
                .map(String::valueOf)
                .findFirst()
                .orElse("");
        String spelled = spelled(said);
        String base = PREFIX + (spelled.isEmpty() ? usual : spelled);
        return Stream.concat(
                        spelled.isEmpty() ? Stream.empty() : Stream.of(base),
                        IntStream.iterate(spelled.isEmpty() ? 1 : 2, n -> n + 1).mapToObj(n -> base + "_" + n))
                .filter(taken.negate())
                .findFirst()
                .orElseThrow();
    }

    /** As many whole syllables or words as fit, with room for a number. */
    private static String spelled(String text) {
        StringBuilder name = new StringBuilder();
        for (String syllable : Pinyin.text(text).sortKey().split(" ")) {
            if (PREFIX.length() + name.length() + 1 + syllable.length() > LONGEST - ROOM) {
                break;
            }
            name.append(name.isEmpty() || syllable.isEmpty() ? "" : "_").append(syllable);
        }
        return name.toString();
    }

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
