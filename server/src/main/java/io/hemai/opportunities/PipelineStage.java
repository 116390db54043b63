package io.hemai.opportunities;

/**
 * A stage in use on the way of a pipeline's deals.
 *
 * @param pipeline its code
 * @param stage its code
 * @param status of the deals in it
 */
public record PipelineStage(String pipeline, String stage, OpportunityStatus status) {}
