package io.hemai.calendar;

/** What becomes of a day that is not as its weekday. */
public enum DayKind {
    OFF,
    WORKING
}
