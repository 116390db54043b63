package io.hemai.timeline;

import io.hemai.kernel.ErrorCode;

/** Refusals about activities and tasks. */
public enum TimelineError implements ErrorCode {
    ABOUT_NOT_FOUND("timeline.about_not_found", Kind.INVALID),
    INVALID_CURSOR("timeline.invalid_cursor", Kind.MALFORMED),
    ALREADY_DONE("task.already_done", Kind.CONFLICT);

    private final String code;
    private final Kind kind;

    TimelineError(String code, Kind kind) {
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
