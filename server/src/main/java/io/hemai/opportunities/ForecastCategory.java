package io.hemai.opportunities;

/** How surely a deal counts into what is to come in. */
public enum ForecastCategory {
    OMITTED,
    PIPELINE,
    BEST_CASE,
    COMMIT,
    CLOSED
}
