package io.hemai.workspace;

/** Whether the person follows the record now. */
record Following(boolean following) {}
