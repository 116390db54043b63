package io.hemai.automation.run;

import io.hemai.approvals.ApprovalError;
import io.hemai.automation.store.FlowRun;
import io.hemai.automation.store.RunState;
import io.hemai.automation.store.RunStore;
import io.hemai.automation.store.StepTaken;
import io.hemai.identity.Acting;
import io.hemai.kernel.ErrorCode;
import io.hemai.kernel.Refusal;
import io.hemai.messaging.MessagingError;
import io.hemai.web.ProblemTexts;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** What becomes of runs that fail at a step. */
@Component
class FlowFailures {
    private static final Logger LOG = LoggerFactory.getLogger(FlowFailures.class);
    private static final int MOST_TRIES = 5;
    private static final Set<ErrorCode> WAITING = Set.of(ApprovalError.LOCKED, MessagingError.NOT_SET_UP);
    private static final Duration WHILE_WAITING = Duration.ofMinutes(5);
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(10);

    private final RunStore runs;
    private final ProblemTexts texts;

    FlowFailures(RunStore runs, ProblemTexts texts) {
        this.runs = runs;
        this.texts = texts;
    }

    /** What a rule refuses stays refused; anything else may pass. */
    void note(FlowRun run, RuntimeException failed, Instant now) {
        if (failed instanceof Refusal refusal && WAITING.contains(refusal.code())) {
            // it goes on when others have decided, or mails can be sent, however long that takes
            runs.went(List.of(run.staysUntil(now.plus(WHILE_WAITING))), List.of());
            return;
        }
        boolean lastTry = failed instanceof Refusal || run.tries() + 1 >= MOST_TRIES;
        String why = failed instanceof Refusal refusal ? told(refusal) : "internal";
        if (!(failed instanceof Refusal)) {
            LOG.warn("run {} of flow {} failed at {}", run.id(), run.flow(), run.step(), failed);
        }
        FlowRun after = lastTry
                ? run.neverWentOn(RunState.FAILED, why, now)
                : run.triesAgain(now.plus(FIRST_PAUSE.multipliedBy(1L << run.tries())), why);
        StepTaken step = new StepTaken(run.id(), run.taken() + 1, String.valueOf(run.step()), "", now, "failed", why);
        runs.went(List.of(after), List.of(step));
    }

    private String told(Refusal refusal) {
        Locale language = Acting.who().locale();
        return refusal.problems().stream()
                .map(problem ->
                        (problem.field() == null ? "" : problem.field() + ": ") + texts.message(problem, language))
                .collect(Collectors.joining("; "));
    }
}
