package io.hemai.accounts;

import io.hemai.records.AcyclicRule;
import io.hemai.records.Records;
import org.springframework.stereotype.Component;

/** Nobody reports, over others, to themselves. */
@Component
final class ReportingLineRule extends AcyclicRule {
    ReportingLineRule(ContactObject contact, Records records) {
        super(contact, contact.reportsTo, records);
    }
}
