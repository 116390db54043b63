package io.hemai.automation;

import io.hemai.kernel.Filter;
import org.jspecify.annotations.Nullable;

/**
 * One of the ways by which a step may go on.
 *
 * @param when which records take it
 * @param first id of its first step; null when it leads to what comes after the step at once
 */
public record Way(String name, Filter when, @Nullable String first) {}
