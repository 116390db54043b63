package io.hemai.opportunities;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The stages in use of one pipeline, in their order.
 */
record StageList(List<Stage> stages) {
    StageList {
        stages = List.copyOf(stages);
    }

    /** What a stage makes of the deals that enter it. */
    record Stage(String code, BigDecimal probability, ForecastCategory forecast, OpportunityStatus status) {
        boolean closes() {
            return status != OpportunityStatus.OPEN;
        }
    }

    Optional<Stage> named(String code) {
        return stages.stream().filter(s -> s.code().equals(code)).findFirst();
    }

    /** Where the stage stands on the way; -1 when it does not. */
    int place(String code) {
        return named(code).map(stages::indexOf).orElse(-1);
    }

    /** The first stage whose deals have the status. */
    Optional<Stage> first(OpportunityStatus status) {
        return stages.stream().filter(s -> s.status() == status).findFirst();
    }

    /** For people who asked for one that is not here. */
    String codes() {
        return stages.stream().map(Stage::code).collect(Collectors.joining(", "));
    }
}
