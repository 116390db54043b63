package io.hemai.metadata.custom;

import io.hemai.metadata.computed.RuleText;
import java.util.UUID;

/**
 * A validation rule as administrators see it.
 *
 * @param version counts its changes, from 1
 */
public record CompanyRule(UUID id, RuleText text, boolean active, long version) {
    static CompanyRule of(StoredRule row) {
        return new CompanyRule(row.id(), row.text(), row.active(), row.version());
    }
}
