package io.hemai.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NextStepTests {
    private static final Instant NOW = Instant.parse("2026-03-04T02:00:00Z");
    private static final NextStep NONE = new NextStep(null, null);
    private static final NextStep OFFER = step(1, "offer");
    private static final NextStep VISIT = step(3, "visit");

    @Test
    void aTaskIsNextWhereNothingWas() {
        assertThat(planned(NONE, OFFER)).isEqualTo(OFFER);
        assertThat(planned(new NextStep(null, "asks the lawyers"), OFFER)).isEqualTo(OFFER);
    }

    @Test
    void theFirstOfTheTasksIsNext() {
        assertThat(VISIT.after(List.of(OFFER, VISIT), List.of(OFFER), List.of(), NOW))
                .isEqualTo(OFFER);
        assertThat(OFFER.after(List.of(OFFER, VISIT), List.of(VISIT), List.of(), NOW))
                .isEqualTo(OFFER);
    }

    @Test
    void whenOneIsDoneTheNextOneIsOrNothing() {
        assertThat(OFFER.after(List.of(VISIT), List.of(), List.of(OFFER), NOW)).isEqualTo(VISIT);
        assertThat(OFFER.after(List.of(), List.of(), List.of(OFFER), NOW)).isEqualTo(NONE);
    }

    @Test
    void aTaskThatMovesOrIsCalledOtherwiseTakesItAlong() {
        NextStep later = new NextStep(VISIT.at(), "offer with prices");
        assertThat(OFFER.after(List.of(later), List.of(later), List.of(OFFER), NOW))
                .isEqualTo(later);
    }

    @Test
    void aTimeOfOnesOwnStaysUntilItIsOver() {
        NextStep own = step(2, "birthday");
        assertThat(planned(own, OFFER)).isEqualTo(own);
        assertThat(own.after(List.of(), List.of(), List.of(OFFER), NOW)).isEqualTo(own);
        NextStep over = step(-2, "ring up");
        assertThat(planned(over, OFFER)).isEqualTo(OFFER);
        assertThat(over.after(List.of(VISIT), List.of(), List.of(OFFER), NOW)).isEqualTo(over);
    }

    @Test
    void wordsOfOnesOwnOutliveTheTask() {
        NextStep own = new NextStep(OFFER.at(), "asks the lawyers");
        assertThat(own.after(List.of(), List.of(), List.of(OFFER), NOW))
                .isEqualTo(new NextStep(null, "asks the lawyers"));
    }

    @Test
    void contactEndsWhatWasDue() {
        Instant tonight = NOW.plus(Duration.ofHours(12));
        NextStep due = step(0, "ring up");
        assertThat(due.afterContact(List.of(), tonight)).isEqualTo(NONE);
        assertThat(due.afterContact(List.of(VISIT), tonight)).isEqualTo(VISIT);
        assertThat(OFFER.afterContact(List.of(), tonight)).isEqualTo(OFFER);
        assertThat(NONE.afterContact(List.of(VISIT), tonight)).isEqualTo(NONE);
    }

    @Test
    void aTaskThatIsStillOpenStaysNext() {
        NextStep task = step(0, "send samples");
        assertThat(task.afterContact(List.of(task, VISIT), NOW.plus(Duration.ofHours(12))))
                .isEqualTo(task);
    }

    private static NextStep planned(NextStep before, NextStep task) {
        return before.after(List.of(task), List.of(task), List.of(), NOW);
    }

    private static NextStep step(int days, @Nullable String words) {
        return new NextStep(NOW.plus(Duration.ofDays(days)), words);
    }
}
