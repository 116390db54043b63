package io.hemai.metadata.fieldtype;

import io.hemai.kernel.text.Checked;
import io.hemai.kernel.text.Urls;
import io.hemai.metadata.ValueContext;
import org.springframework.stereotype.Component;

/** A web address with its scheme, http or https. */
@Component
public final class UrlType extends CheckedTextType {
    @Override
    public String code() {
        return "url";
    }

    @Override
    Checked<String> check(String typed, ValueContext context) {
        return Urls.check(typed);
    }

    @Override
    public String masked(String value) {
        return "***";
    }
}
