package io.hemai.metadata.fieldtype;

import io.hemai.kernel.china.CreditCode;
import io.hemai.kernel.text.Checked;
import java.util.Locale;
import java.util.function.Function;

/** A form that the text of a {@link TextType} must have, and is brought into. */
public enum TextForm {
    /** Unified social credit code of a Chinese organisation, with its check digit. */
    CREDIT_CODE(CreditCode::check);

    private final Function<String, Checked<String>> check;

    TextForm(Function<String, Checked<String>> check) {
        this.check = check;
    }

    /** The name in settings. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    Checked<String> check(String typed) {
        return check.apply(typed);
    }
}
