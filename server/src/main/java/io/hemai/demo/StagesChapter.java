package io.hemai.demo;

import io.hemai.demo.DemoPlan.Deal;
import io.hemai.demo.DemoPlan.StageEntry;
import io.hemai.kernel.Limits;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.CommonFields;
import io.hemai.opportunities.StageHistoryObject;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.records.Values;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** How the deals came to the stage they are in. */
@Component
@Order(50)
class StagesChapter implements Chapter {
    private static final String PIPELINE = "default";
    private static final BigDecimal DAY = BigDecimal.valueOf(Duration.ofDays(1).toSeconds());

    private final DemoRecords demo;
    private final Records records;
    private final StageHistoryObject history;

    StagesChapter(DemoRecords demo, Records records, StageHistoryObject history) {
        this.demo = demo;
        this.records = records;
        this.history = history;
    }

    @Override
    public void write(DemoPlan plan, Keys keys) {
        for (int from = 0; from < plan.deals().size(); from += Limits.IN_VALUES) {
            List<Deal> some = plan.deals()
                    .subList(
                            from, Math.min(from + Limits.IN_VALUES, plan.deals().size()));
            completeLast(some, keys);
        }
        List<Draft> moves = new ArrayList<>();
        for (Deal deal : plan.deals()) {
            for (int i = 0; i < deal.stages().size(); i++) {
                moves.add(new Draft(key(deal, i), move(deal, i, keys)));
            }
        }
        demo.write(history, moves, keys);
    }

    /** The deals' present stage was remembered when they were written; it is told where they came from. */
    private void completeLast(List<Deal> deals, Keys keys) {
        Map<RecordId, Deal> byId = new HashMap<>();
        deals.forEach(deal -> byId.put(keys.require(deal.key()), deal));
        Map<RecordId, Values> known = new LinkedHashMap<>();
        for (Row row : records.linked(history, history.opportunity, byId.keySet())) {
            Deal deal = byId.get(row.require(history.opportunity));
            if (deal != null && row.value(CommonFields.EXTERNAL_ID) == null) {
                int last = deal.stages().size() - 1;
                Values values = move(deal, last, keys);
                values.byField().keySet().removeAll(List.of("opportunity", "created_at", "created_by"));
                known.put(row.id(), values.set(CommonFields.EXTERNAL_ID, DemoRecords.externalId(key(deal, last))));
            }
        }
        records.update(history, known, null);
    }

    private static String key(Deal deal, int move) {
        return deal.key() + "-stage-" + (move + 1);
    }

    private Values move(Deal deal, int i, Keys keys) {
        StageEntry entry = deal.stages().get(i);
        Values values = Past.since(entry.enteredAt(), keys.owner(deal.owner()))
                .set(history.opportunity, keys.require(deal.key()))
                .set(history.pipeline, PIPELINE)
                .set(history.stage, entry.stage())
                .set(history.enteredAt, entry.enteredAt())
                .set(history.amount, Past.yuan(deal.amount()))
                .set(history.movedBy, keys.owner(deal.owner()));
        if (i > 0) {
            StageEntry before = deal.stages().get(i - 1);
            values.set(history.fromStage, before.stage())
                    .set(history.daysBefore, days(before.enteredAt(), entry.enteredAt()));
        }
        return values;
    }

    private static BigDecimal days(Instant from, Instant to) {
        return BigDecimal.valueOf(Duration.between(from, to).toSeconds()).divide(DAY, 2, RoundingMode.HALF_UP);
    }
}
