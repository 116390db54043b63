package io.hemai.workspace;

import io.hemai.kernel.ErrorCode;

/** Refusals about what people keep on the desk. */
public enum WorkspaceError implements ErrorCode {
    UNKNOWN_OBJECT("workspace.unknown_object", Kind.INVALID),
    UNFIT("workspace.unfit", Kind.INVALID),
    NAMES_TOO_MUCH("workspace.names_too_much", Kind.INVALID),
    OTHER_OBJECT("workspace.other_object", Kind.INVALID),
    UNKNOWN_ROLE("workspace.unknown_role", Kind.INVALID),
    PLACED_TWICE("workspace.placed_twice", Kind.INVALID),
    NOT_RELATED("workspace.not_related", Kind.INVALID),
    RECORD_NOT_FOUND("workspace.record_not_found", Kind.INVALID),
    KEPT_ALREADY("workspace.kept_already", Kind.CONFLICT),
    ABOUT_STAYS("comment.about_stays", Kind.INVALID),
    MENTION_UNKNOWN("mention.unknown", Kind.INVALID),
    MENTION_UNREADABLE("mention.unreadable", Kind.INVALID),
    TOO_MANY_MENTIONS("mention.too_many", Kind.INVALID),
    NOT_YOURS("mention.not_yours", Kind.FORBIDDEN);

    private final String code;
    private final Kind kind;

    WorkspaceError(String code, Kind kind) {
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
