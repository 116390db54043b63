package io.hemai.timeline;

import io.hemai.kernel.Filter;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.fieldtype.About;
import io.hemai.records.Change;
import io.hemai.records.ChangeSet;
import io.hemai.records.Reaction;
import io.hemai.timeline.FollowUps.Planned;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the owner of a customer plans as a task is the customer's next step; when it is done, the next task is. */
@Component
class FollowUpByTask implements Reaction {
    private final TaskObject task;
    private final FollowUps followUps;

    FollowUpByTask(TaskObject task, FollowUps followUps) {
        this.task = task;
        this.followUps = followUps;
    }

    @Override
    public String object() {
        return task.name();
    }

    /** What was planned about a record and what is planned now; what came to it from another as it was is planned by nobody. */
    private record Moves(List<Planned> planned, List<Planned> gone) {
        Moves() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        static List<NextStep> of(List<Planned> plans, RecordId owner) {
            return plans.stream()
                    .filter(plan -> plan.owner().equals(owner))
                    .map(Planned::step)
                    .toList();
        }
    }

    @Override
    public void after(ChangeSet written) {
        if (written.options().migrating()) {
            return;
        }
        Map<About, Moves> moved = new HashMap<>();
        for (Change change : written.sound()) {
            Optional<Planned> before = followUps.planned(change.before());
            Optional<Planned> now =
                    change.kind() == Change.Kind.DELETE ? Optional.empty() : followUps.planned(change.row());
            if (!before.map(FollowUpByTask::plan).equals(now.map(FollowUpByTask::plan))) {
                before.ifPresent(p -> of(moved, p).gone().add(p));
                boolean another = !before.map(Planned::step).equals(now.map(Planned::step));
                now.ifPresent(p -> of(moved, p).planned().addAll(another ? List.of(p) : List.of()));
            }
        }
        followUps.keep(moved.keySet(), object -> Filter.all(), standing -> {
            Moves moves = Objects.requireNonNull(moved.get(standing.record()));
            List<NextStep> planned = Moves.of(moves.planned(), standing.owner());
            List<NextStep> gone = Moves.of(moves.gone(), standing.owner());
            return standing.next().after(standing.open(), planned, gone, written.now());
        });
    }

    /** Who is to do it does not matter: with its customer it goes from hand to hand. */
    private static List<Object> plan(Planned planned) {
        return List.of(planned.about(), planned.step());
    }

    private static Moves of(Map<About, Moves> moved, Planned planned) {
        return moved.computeIfAbsent(planned.about(), about -> new Moves());
    }
}
