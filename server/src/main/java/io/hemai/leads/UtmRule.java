package io.hemai.leads;

import io.hemai.metadata.Field;
import io.hemai.records.Change;
import io.hemai.records.ChangeSet;
import io.hemai.records.Rule;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The campaign parameters of an address become fields of their own. */
@Component
final class UtmRule implements Rule {
    /** As long as a line of text may be. */
    private static final int LONGEST = 255;

    private final LeadObject lead;
    private final Map<String, Field<String>> byName;

    UtmRule(LeadObject lead) {
        this.lead = lead;
        this.byName = Map.of(
                "utm_source", lead.utmSource,
                "utm_medium", lead.utmMedium,
                "utm_campaign", lead.utmCampaign,
                "utm_term", lead.utmTerm,
                "utm_content", lead.utmContent);
    }

    @Override
    public String object() {
        return lead.name();
    }

    @Override
    public void apply(ChangeSet changes) {
        for (Change change : changes.written()) {
            String utm = change.value(lead.utm);
            if (utm != null && change.changes(lead.utm)) {
                split(change, utm.substring(utm.indexOf('?') + 1));
            }
        }
    }

    private void split(Change change, String query) {
        for (String pair : query.split("[&;]", -1)) {
            int sign = pair.indexOf('=');
            Field<String> field =
                    sign < 0 ? null : byName.get(pair.substring(0, sign).strip());
            if (field != null && !change.given(field)) {
                String value = decoded(pair.substring(sign + 1)).strip();
                change.set(field, value.isEmpty() ? null : cut(value));
            }
        }
    }

    private static String cut(String value) {
        return value.codePointCount(0, value.length()) <= LONGEST
                ? value
                : value.substring(0, value.offsetByCodePoints(0, LONGEST));
    }

    /** What is not encoded well is kept as it stands. */
    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8).replaceAll("\\p{Cntrl}", " ");
        } catch (IllegalArgumentException asItStands) {
            return value;
        }
    }
}
