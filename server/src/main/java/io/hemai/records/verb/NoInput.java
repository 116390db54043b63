package io.hemai.records.verb;

/** The input of a verb that needs none. */
public record NoInput() {}
