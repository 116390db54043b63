package io.hemai.demo;

import io.hemai.records.Values;

/** A record that is to be, and its key in the plan. */
record Draft(String key, Values values) {}
