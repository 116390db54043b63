package io.hemai.metadata.fieldtype;

import io.hemai.kernel.text.Checked;
import io.hemai.kernel.text.Urls;
import io.hemai.metadata.ValueContext;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** A web address with its scheme, http or https. */
@Component
public final class UrlType extends CheckedTextType {
    @Override
    public String code() {
        return "url";
    }

    @Override
    public Map<String, Object> schema() {
        return Schemas.text("pattern", "^https?://.+$", "examples", List.of("https://www.example.com"));
    }

    @Override
    public Map<String, Object> inputSchema() {
        return Schemas.text("examples", List.of("www.example.com"));
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
