package io.hemai.merging;

import io.hemai.kernel.ErrorCode;

/** Refusals about merging. */
public enum MergeError implements ErrorCode {
    NOBODY_NAMED("merge.nobody_named", Kind.INVALID),
    TOO_MANY("merge.too_many", Kind.INVALID),
    WITH_ITSELF("merge.with_itself", Kind.INVALID),
    NOT_FOUND("merge.not_found", Kind.INVALID),
    TOO_MUCH_LEADS("merge.too_much_leads", Kind.INVALID),
    ONLY_ONE_LEADS("merge.only_one_leads", Kind.INVALID),
    STANDING("merge.standing", Kind.CONFLICT),
    NOTHING_TO_UNDO("merge.nothing_to_undo", Kind.CONFLICT);

    private final String code;
    private final Kind kind;

    MergeError(String code, Kind kind) {
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
