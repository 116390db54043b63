package io.hemai.records.transfer;

import io.hemai.kernel.Problem;
import io.hemai.kernel.RecordId;
import io.hemai.records.store.ChosenRecords.Chosen;
import io.hemai.records.store.MassActProblems;
import io.hemai.records.store.MassActStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One worker's go at a bulk act: goes on where the last one stopped, some records at a time, each time a transaction of its own. */
final class BulkRun {
    private final RunContext with;
    private final BulkParts parts;
    private final MassActStore.Job job;
    private final BulkSettings settings;
    private final UUID worker;
    private MassActStore.Counts counts;

    BulkRun(RunContext with, BulkParts parts, MassActStore.Job job, BulkSettings settings, UUID worker) {
        this.with = with;
        this.parts = parts;
        this.job = job;
        this.settings = settings;
        this.worker = worker;
        this.counts = job.counts();
    }

    /** Does what is left. Rights, roles and fields are looked at anew each time, since they may change meanwhile. */
    void run() {
        while (counts.processed() < job.total()) {
            with.halt().check();
            counts = parts.now().call(settings.requester(), this::some);
        }
    }

    private MassActStore.Counts some() {
        BulkAct act = parts.act(with, job.object(), settings);
        return with.transactions().write(() -> {
            if (!with.store().holds(job.id(), worker)) {
                throw new LeaseLost();
            }
            List<Chosen> next = parts.chosen().next(job.id(), counts.processed(), act.atOnce());
            if (next.isEmpty()) {
                throw new IllegalStateException("the records of " + job.id() + " are gone");
            }
            Map<RecordId, List<Problem>> refused = act.apply(next);
            MassActStore.Counts done =
                    new MassActStore.Counts(next.size(), 0, (long) next.size() - refused.size(), 0, refused.size());
            with.problems().keep(job.id(), told(next, refused));
            MassActStore.Counts sofar = counts.plus(done);
            with.store().advance(job.id(), sofar, "{}", done.updated() > 0);
            return sofar;
        });
    }

    private List<MassActProblems.RowProblem> told(List<Chosen> some, Map<RecordId, List<Problem>> refused) {
        List<MassActProblems.RowProblem> told = new ArrayList<>();
        long place = counts.processed();
        for (Chosen one : some) {
            place++;
            for (Problem problem : refused.getOrDefault(one.id(), List.of())) {
                told.add(with.told(place, problem.field(), one.id().toString(), problem, null));
            }
        }
        return told;
    }
}
