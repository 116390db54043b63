package io.hemai.processes;

import io.hemai.kernel.RecordId;

/** A process that holds. */
record LiveProcess(RecordId id, String name, String object, ProcessPlan plan) {}
