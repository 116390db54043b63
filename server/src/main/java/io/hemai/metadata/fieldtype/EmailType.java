package io.hemai.metadata.fieldtype;

import io.hemai.kernel.text.Checked;
import io.hemai.kernel.text.Emails;
import io.hemai.metadata.ValueContext;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A mail address, its domain in lower case. */
@Component
public final class EmailType extends CheckedTextType {
    @Override
    public String code() {
        return "email";
    }

    @Override
    public Map<String, Object> schema() {
        return Schemas.text("pattern", "^.+@.+$", "examples", List.of("zhang.wei@example.com"));
    }

    @Override
    Checked<String> check(String typed, ValueContext context) {
        return Emails.check(typed);
    }

    @Override
    public String masked(String value) {
        return Emails.masked(value);
    }
}
