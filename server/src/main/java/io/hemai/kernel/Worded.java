package io.hemai.kernel;

/**
 * A part of a refusal's text that is said in the reader's language.
 *
 * @param key where its texts stand
 */
public record Worded(String key) {}
