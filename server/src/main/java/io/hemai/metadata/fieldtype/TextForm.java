package io.hemai.metadata.fieldtype;

import io.hemai.kernel.china.CreditCode;
import io.hemai.kernel.text.Checked;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/** A form that the text of a {@link TextType} must have, and is brought into. */
public enum TextForm {
    /** Unified social credit code of a Chinese organisation, with its check digit. */
    CREDIT_CODE(CreditCode::check, "^[0-9A-Z]{18}$", "91350100M000100Y43");

    private final Function<String, Checked<String>> check;
    private final Map<String, Object> schema;

    TextForm(Function<String, Checked<String>> check, String pattern, String example) {
        this.check = check;
        this.schema = Schemas.text("pattern", pattern, "examples", List.of(example));
    }

    Map<String, Object> schema() {
        return schema;
    }

    /** The name in settings. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    Checked<String> check(String typed) {
        return check.apply(typed);
    }
}
