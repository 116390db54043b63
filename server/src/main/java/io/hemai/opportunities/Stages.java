package io.hemai.opportunities;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** The stages that a company begins with. */
enum Stages {
    INITIAL_CONTACT("initial_contact", "slate", 10, ForecastCategory.PIPELINE, OpportunityStatus.OPEN),
    NEEDS_ANALYSIS("needs_analysis", "cyan", 25, ForecastCategory.PIPELINE, OpportunityStatus.OPEN),
    PROPOSAL("proposal", "blue", 50, ForecastCategory.BEST_CASE, OpportunityStatus.OPEN),
    NEGOTIATION("negotiation", "violet", 70, ForecastCategory.BEST_CASE, OpportunityStatus.OPEN),
    CONTRACT_REVIEW("contract_review", "amber", 90, ForecastCategory.COMMIT, OpportunityStatus.OPEN),
    WON("won", "green", 100, ForecastCategory.CLOSED, OpportunityStatus.WON),
    LOST("lost", "grey", 0, ForecastCategory.OMITTED, OpportunityStatus.LOST);

    /** Code of the pipeline that a company begins with. */
    static final String DEFAULT_PIPELINE = "default";

    private final String code;
    private final String color;
    private final int percent;
    private final ForecastCategory forecast;
    private final OpportunityStatus status;

    Stages(String code, String color, int percent, ForecastCategory forecast, OpportunityStatus status) {
        this.code = code;
        this.color = color;
        this.percent = percent;
        this.forecast = forecast;
        this.status = status;
    }

    static String[] codes() {
        return Arrays.stream(values()).map(Stages::code).toArray(String[]::new);
    }

    /** Tag colours by code. */
    static Map<String, String> colors() {
        return Arrays.stream(values()).collect(Collectors.toMap(Stages::code, each -> each.color));
    }

    String code() {
        return code;
    }

    int percent() {
        return percent;
    }

    ForecastCategory forecast() {
        return forecast;
    }

    OpportunityStatus status() {
        return status;
    }
}
