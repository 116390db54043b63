package io.hemai.merging;

import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.kernel.Limits;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.Link;
import io.hemai.metadata.LinksBack;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectType;
import io.hemai.metadata.fieldtype.About;
import io.hemai.records.LostLinks;
import io.hemai.records.Records;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Links that were away while records were merged, or while that was undone, lead where they would if they had been there: what
 * moves is written into the merges as if they had moved it.
 */
@Component
class MergedMeanwhile implements LinksBack {
    private static final String WHY = "merge";
    private static final SystemIdentity SELF = new SystemIdentity("merging", WHY);

    private final LostLinks lost;
    private final MergedOn merged;
    private final Ledger ledger;
    private final Children children;
    private final Records records;
    private final Metadata metadata;

    MergedMeanwhile(
            LostLinks lost, MergedOn merged, Ledger ledger, Children children, Records records, Metadata metadata) {
        this.lost = lost;
        this.merged = merged;
        this.ledger = ledger;
        this.children = children;
        this.records = records;
        this.metadata = metadata;
    }

    @Override
    public void settle(String object, String link, Instant since) {
        metadata.current()
                .require(object)
                .link(link)
                .ifPresent(found -> Acting.run(SELF, () -> {
                    takeBack(found, since);
                    lead(found);
                }));
    }

    private void lead(Link link) {
        int some;
        do {
            some = records.together(() -> leadSome(link));
        } while (some == Limits.CHUNK);
    }

    private int leadSome(Link link) {
        Map<RecordId, RecordId> seen = lost.some(link);
        if (seen.isEmpty()) {
            return 0;
        }
        Map<RecordId, List<MergedOn.Step>> steps = merged.steps(seen.values());
        Set<RecordId> ends = new HashSet<>(seen.values());
        steps.values().forEach(way -> ends.add(way.getLast().into().id()));
        Set<RecordId> there = lost.there(link.target(), ends);
        if (!merged.steps(seen.values()).equals(steps)) {
            // merged, or taken back, in the same moment: from the start
            return Limits.CHUNK;
        }
        Map<RecordId, RecordId> gone = lost.still(link, seen);
        gone.values().removeAll(there);
        leadOn(link, gone, steps, there);
        return seen.size();
    }

    private void leadOn(
            Link link, Map<RecordId, RecordId> gone, Map<RecordId, List<MergedOn.Step>> steps, Set<RecordId> there) {
        Map<RecordId, RecordId> last = new HashMap<>();
        gone.forEach((id, target) -> {
            List<MergedOn.Step> way = steps.getOrDefault(target, List.of());
            if (!way.isEmpty()) {
                last.put(id, way.getLast().into().id());
            }
        });
        Map<RecordId, RecordId> elsewhere = new HashMap<>(last);
        elsewhere.values().retainAll(there);
        elsewhere.entrySet().removeIf(one -> one.getKey().equals(one.getValue()));
        Set<RecordId> led = Set.copyOf(lost.settle(link, gone, elsewhere, WHY));
        Map<RecordId, RecordId> waiting = new HashMap<>(last);
        waiting.values().removeAll(there);
        lost.keep(link, waiting);
        List<Ledger.Line> lines = new ArrayList<>();
        gone.forEach((id, target) -> {
            if (led.contains(id) || waiting.containsKey(id)) {
                About record = new About(link.from(), id);
                steps.getOrDefault(target, List.of())
                        .forEach(step -> lines.add(new Ledger.Line(
                                step.merge(),
                                new Move(
                                        MoveKind.MOVED,
                                        record,
                                        link.name(),
                                        new About(link.target(), step.former())))));
            }
        });
        ledger.add(lines);
    }

    /** What was moved before it went, by merges that were undone while it was away. */
    private void takeBack(Link link, Instant since) {
        Map<About, List<Move>> stayed = ledger.stayed(link.from(), link.name(), since);
        ObjectType target = metadata.current().require(link.target());
        stayed.forEach((survivor, moves) -> records.together(() -> {
            List<RecordId> former = moves.stream()
                    .map(Move::former)
                    .filter(Objects::nonNull)
                    .map(About::id)
                    .toList();
            Set<RecordId> back = records.held(target.name(), former).keySet();
            return children.moveBack(target, survivor.id(), moves, back, "undo_merge");
        }));
    }
}
