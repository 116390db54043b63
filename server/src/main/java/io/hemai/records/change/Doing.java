package io.hemai.records.change;

/** A step that writes; runs only for what no checking step refused. */
interface Doing extends Step {}
