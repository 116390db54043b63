package io.hemai.analytics;

import io.hemai.kernel.ErrorCode;

/** Refusals of reports before records are asked. */
public enum AnalyticsError implements ErrorCode {
    UNKNOWN_REPORT("report.unknown", Kind.NOT_FOUND),
    UNKNOWN_FUNCTION("report.unknown_function", Kind.MALFORMED),
    UNKNOWN_BUCKET("report.unknown_bucket", Kind.MALFORMED);

    private final String code;
    private final Kind kind;

    AnalyticsError(String code, Kind kind) {
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
