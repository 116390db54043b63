package io.hemai.products;

import io.hemai.kernel.ErrorCode;

/** Refusals about products and exchange rates. */
public enum ProductsError implements ErrorCode {
    BASE_CURRENCY("exchange_rate.base_currency", Kind.INVALID),
    NOT_POSITIVE("exchange_rate.not_positive", Kind.INVALID);

    private final String code;
    private final Kind kind;

    ProductsError(String code, Kind kind) {
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
