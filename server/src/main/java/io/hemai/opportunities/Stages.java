package io.hemai.opportunities;

import java.util.Arrays;
import java.util.Map;

/** The stages that a company begins with. */
enum Stages {
    INITIAL_CONTACT("initial_contact", 10, ForecastCategory.PIPELINE, OpportunityStatus.OPEN),
    NEEDS_ANALYSIS("needs_analysis", 25, ForecastCategory.PIPELINE, OpportunityStatus.OPEN),
    PROPOSAL("proposal", 50, ForecastCategory.BEST_CASE, OpportunityStatus.OPEN),
    NEGOTIATION("negotiation", 70, ForecastCategory.BEST_CASE, OpportunityStatus.OPEN),
    CONTRACT_REVIEW("contract_review", 90, ForecastCategory.COMMIT, OpportunityStatus.OPEN),
    WON("won", 100, ForecastCategory.CLOSED, OpportunityStatus.WON),
    LOST("lost", 0, ForecastCategory.OMITTED, OpportunityStatus.LOST);

    /** Code of the pipeline that a company begins with. */
    static final String DEFAULT_PIPELINE = "default";

    /** Tag colours by code. */
    static final Map<String, String> COLORS = Map.of(
            "initial_contact",
            "slate",
            "needs_analysis",
            "cyan",
            "proposal",
            "blue",
            "negotiation",
            "violet",
            "contract_review",
            "amber",
            "won",
            "green",
            "lost",
            "grey");

    private final String code;
    private final int percent;
    private final ForecastCategory forecast;
    private final OpportunityStatus status;

    Stages(String code, int percent, ForecastCategory forecast, OpportunityStatus status) {
        this.code = code;
        this.percent = percent;
        this.forecast = forecast;
        this.status = status;
    }

    static String[] codes() {
        return Arrays.stream(values()).map(Stages::code).toArray(String[]::new);
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
