package io.hemai.timeline;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done with a customer next.
 *
 * @param at null when no time is known
 * @param words null when nothing is said of it
 */
record NextStep(@Nullable Instant at, @Nullable String words) {
    private static final NextStep NONE = new NextStep(null, null);

    /**
     * What it is after tasks came or went: the first of the open ones, unless somebody wrote another time that has yet to come. Words
     * of a person's own stay until something else is planned.
     *
     * @param open tasks that are to be done, the first one first
     * @param planned those of them that are new or another than before
     * @param gone how tasks were that are done, deleted or another now
     */
    NextStep after(List<NextStep> open, List<NextStep> planned, List<NextStep> gone, Instant now) {
        List<NextStep> tasks = Stream.concat(open.stream(), gone.stream()).toList();
        if (at != null && tasks.stream().noneMatch(task -> at.equals(task.at))) {
            boolean over = at.isBefore(now) && !planned.isEmpty();
            return over ? first(open) : this;
        }
        boolean ownWords =
                planned.isEmpty() && words != null && tasks.stream().noneMatch(task -> words.equals(task.words));
        NextStep first = first(open);
        return ownWords ? new NextStep(first.at, words) : first;
    }

    /** What it is after the owner had to do with the customer: what was due by then is done, unless it is a task, which is still open. */
    NextStep afterContact(List<NextStep> open, Instant until) {
        boolean due = at != null && at.isBefore(until);
        return due && open.stream().noneMatch(task -> Objects.equals(at, task.at)) ? first(open) : this;
    }

    private static NextStep first(List<NextStep> open) {
        return Optional.of(open)
                .filter(all -> !all.isEmpty())
                .map(List::getFirst)
                .orElse(NONE);
    }
}
