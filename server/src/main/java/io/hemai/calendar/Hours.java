package io.hemai.calendar;

import io.hemai.kernel.Refusal;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * When is worked on a day, as {@code 09:00-12:00, 13:00-18:00}. What ends before it begins goes on into the next day.
 *
 * @param spans in their order, none overlapping another
 */
record Hours(List<Span> spans) {
    static final Hours NONE = new Hours(List.of());

    private static final int DAY = 24 * 60;
    private static final Pattern DASH = Pattern.compile("\\s*(?:[-–—~]|至|到)\\s*");
    private static final Pattern BETWEEN = Pattern.compile("[,;、\\s]+");
    private static final Pattern SPAN = Pattern.compile("(\\d{1,2}):(\\d{2})-(\\d{1,2}):(\\d{2})");

    Hours {
        spans = List.copyOf(spans);
    }

    /**
     * Some time of a day.
     *
     * @param from minute of the day
     * @param to minute after its beginning, on the next day when that is more than a day has
     */
    record Span(int from, int to) {
        String text() {
            return clock(from) + "-" + clock(to > DAY ? to - DAY : to);
        }

        private static String clock(int minute) {
            return "%02d:%02d".formatted(minute / 60, minute % 60);
        }
    }

    /** Reads what people write, with full-width signs too; refuses what is none. */
    static Hours read(@Nullable String text) {
        if (text == null) {
            return NONE;
        }
        String plain = DASH.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("-")
                .strip();
        List<Span> spans = Arrays.stream(BETWEEN.split(plain))
                .map(part -> span(part, text))
                .sorted(Comparator.comparingInt(Span::from))
                .toList();
        if (spans.isEmpty()) {
            throw Refusal.of(CalendarError.UNREADABLE_HOURS, text);
        }
        for (int i = 1; i < spans.size(); i++) {
            if (spans.get(i).from() < spans.get(i - 1).to()) {
                throw Refusal.of(CalendarError.OVERLAPPING_HOURS, text);
            }
        }
        return new Hours(spans);
    }

    private static Span span(String part, String text) {
        Matcher found = SPAN.matcher(part);
        if (!found.matches()) {
            throw Refusal.of(CalendarError.UNREADABLE_HOURS, text);
        }
        int from = minute(found.group(1), found.group(2));
        int to = minute(found.group(3), found.group(4));
        if (from < 0 || from >= DAY || to < 0 || to == from) {
            throw Refusal.of(CalendarError.UNREADABLE_HOURS, text);
        }
        return new Span(from, to < from ? to + DAY : to);
    }

    /** The minute of the day, up to its end; less than none for what is no time. */
    private static int minute(String hour, String minute) {
        int at = Integer.parseInt(hour) * 60 + Integer.parseInt(minute);
        return Integer.parseInt(minute) < 60 && at <= DAY ? at : -1;
    }

    boolean isNone() {
        return spans.isEmpty();
    }

    /** As it is kept and shown. */
    String text() {
        return spans.stream().map(Span::text).collect(Collectors.joining(", "));
    }
}
