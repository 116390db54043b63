package io.hemai.search;

import io.hemai.kernel.ErrorCode;

/** Refusals of the search. */
public enum SearchError implements ErrorCode {
    EMPTY("search.empty", Kind.MALFORMED),
    TOO_LONG("search.too_long", Kind.MALFORMED),
    TOO_MANY_WORDS("search.too_many_words", Kind.MALFORMED);

    private final String code;
    private final Kind kind;

    SearchError(String code, Kind kind) {
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
