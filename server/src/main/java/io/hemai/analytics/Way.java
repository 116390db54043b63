package io.hemai.analytics;

import io.hemai.opportunities.OpportunityStatus;
import io.hemai.opportunities.PipelineStage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The way that deals of one pipeline take: whoever stands at a stage, or was there once, has passed all open ones before it,
 * even when it was made in the middle; whoever is won has passed them all. So the numbers only fall along the way.
 */
final class Way {
    private final List<String> open;
    private final Map<String, OpportunityStatus> statuses = new HashMap<>();
    private final Map<String, Long> reached = new HashMap<>();

    Way(List<PipelineStage> stages) {
        open = stages.stream()
                .filter(s -> s.status() == OpportunityStatus.OPEN)
                .map(PipelineStage::stage)
                .toList();
        stages.forEach(s -> statuses.put(s.stage(), s.status()));
    }

    /**
     * Counts deals.
     *
     * @param stage where they stand
     * @param furthest the last open stage that they ever came to; empty when they are not known to have been in any
     */
    void add(String stage, String furthest, long deals) {
        boolean won = statuses.get(stage) == OpportunityStatus.WON;
        int last = won ? open.size() - 1 : Math.max(0, Math.max(open.indexOf(stage), open.indexOf(furthest)));
        for (int at = 0; at <= last && at < open.size(); at++) {
            reached.merge(open.get(at), deals, Long::sum);
        }
        if (!open.contains(stage)) {
            reached.merge(stage, deals, Long::sum);
        }
    }

    /** How many deals came to the stage or further. */
    long reached(String stage) {
        return reached.getOrDefault(stage, 0L);
    }

    /** How many per cent of those who came to the open stage before came to this one; null where there is none before. */
    JsonNode conversion(String stage) {
        String before = before(stage);
        return before == null ? JsonNodeFactory.instance.nullNode() : Table.percent(reached(stage), reached(before));
    }

    private @Nullable String before(String stage) {
        if (statuses.get(stage) == OpportunityStatus.WON) {
            return open.isEmpty() ? null : open.getLast();
        }
        int at = open.indexOf(stage);
        return at <= 0 ? null : open.get(at - 1);
    }
}
