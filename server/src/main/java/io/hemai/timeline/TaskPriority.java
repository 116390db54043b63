package io.hemai.timeline;

/** How much a task presses. */
public enum TaskPriority {
    LOW,
    NORMAL,
    HIGH,
    URGENT
}
