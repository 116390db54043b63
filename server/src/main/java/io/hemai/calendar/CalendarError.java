package io.hemai.calendar;

import io.hemai.kernel.ErrorCode;

/** Refusals about working calendars. */
public enum CalendarError implements ErrorCode {
    UNREADABLE_HOURS("calendar.unreadable_hours", Kind.INVALID),
    OVERLAPPING_HOURS("calendar.overlapping_hours", Kind.INVALID),
    NO_HOURS("calendar.no_hours", Kind.INVALID),
    OFF_HAS_NO_HOURS("calendar.off_has_no_hours", Kind.INVALID),
    DAY_TAKEN("calendar.day_taken", Kind.CONFLICT),
    COMPANY_STAYS("calendar.company_stays", Kind.CONFLICT);

    private final String code;
    private final Kind kind;

    CalendarError(String code, Kind kind) {
        this.code = code;
        this.kind = kind;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
