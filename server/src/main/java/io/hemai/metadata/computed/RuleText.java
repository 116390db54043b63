package io.hemai.metadata.computed;

import io.hemai.kernel.Label;
import org.jspecify.annotations.Nullable;

/**
 * A rule as the company keeps it.
 *
 * @param formula the condition under which records are refused
 * @param message what people are told then
 * @param field beside which field they are told; null for the whole record
 */
public record RuleText(
        String object,
        String name,
        String formula,
        Label message,
        @Nullable String field) {}
