package io.hemai.opportunities;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The stages of one pipeline, in their order.
 *
 * @param stages those in use
 * @param idle those that no deal enters any more; who stands there may go on
 * @param active whether the pipeline takes further deals
 */
record StageList(List<Stage> stages, List<Stage> idle, boolean active) {
    StageList {
        stages = List.copyOf(stages);
        idle = List.copyOf(idle);
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

    /** Whether a deal of the status may be in the stage, be it in use or not. */
    boolean holds(String code, OpportunityStatus status) {
        return named(code)
                .or(() -> idle.stream().filter(s -> s.code().equals(code)).findFirst())
                .filter(s -> s.status() == status)
                .isPresent();
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
