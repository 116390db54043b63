package io.hemai.automation.action;

import io.hemai.automation.Action;
import io.hemai.automation.AutomationError;
import io.hemai.automation.Check;
import io.hemai.automation.Moment;
import io.hemai.automation.Outcome;
import java.util.List;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Goes on by one of its ways, each of which gets its share of the records. */
@Component
final class SplitAction implements Action<SplitAction.Input> {
    private static final int WHOLE = 100;

    /** Per cent of each way, in their order. */
    record Input(@Nullable List<Integer> shares) {}

    @Override
    public String name() {
        return "split";
    }

    @Override
    public Class<Input> input() {
        return Input.class;
    }

    @Override
    public boolean branches() {
        return true;
    }

    @Override
    public void check(Input input, Check check) {
        List<Integer> shares = input.shares();
        if (shares == null
                || shares.size() != check.ways()
                || shares.stream().anyMatch(share -> share == null || share < 0)
                || shares.stream().mapToLong(Integer::longValue).sum() != WHOLE) {
            check.refuse("shares", AutomationError.SHARES, check.ways());
        }
    }

    /** By chance, which is the run's and the step's: a step that is tried once more goes the same way. */
    @Override
    public Outcome decide(Input input, Moment moment) {
        long seed =
                moment.run().value().getLeastSignificantBits() ^ moment.step().hashCode();
        int chance = new SplittableRandom(seed).nextInt(WHOLE);
        List<Integer> shares = input.shares() == null ? List.of() : input.shares();
        int way = 0;
        while (way < shares.size() - 1 && chance >= shares.get(way)) {
            chance -= shares.get(way);
            way++;
        }
        return new Outcome.Go(moment.ways().get(way));
    }
}
