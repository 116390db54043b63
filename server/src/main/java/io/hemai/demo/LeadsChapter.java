package io.hemai.demo;

import io.hemai.accounts.PoolObject;
import io.hemai.demo.DemoPlan.Conversion;
import io.hemai.demo.DemoPlan.Lead;
import io.hemai.kernel.RecordId;
import io.hemai.leads.LeadObject;
import io.hemai.leads.LeadStatus;
import io.hemai.metadata.CommonFields;
import io.hemai.records.Query;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.records.Values;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Who showed interest, and what became of it. */
@Component
@Order(60)
class LeadsChapter implements Chapter {
    private final DemoRecords demo;
    private final Records records;
    private final LeadObject lead;
    private final PoolObject pool;

    LeadsChapter(DemoRecords demo, Records records, LeadObject lead, PoolObject pool) {
        this.demo = demo;
        this.records = records;
        this.lead = lead;
        this.pool = pool;
    }

    @Override
    public void write(DemoPlan plan, Keys keys) {
        RecordId waiting = records.find(Query.of(pool)).map(Row::id).orElse(null);
        demo.write(
                lead,
                plan.leads().stream()
                        .map(l -> new Draft(l.key(), values(l, waiting, keys)))
                        .toList(),
                keys);
    }

    private Values values(Lead told, @Nullable RecordId waiting, Keys keys) {
        RecordId owner = keys.owner(told.owner());
        Values values = Past.since(told.createdAt(), owner)
                .set(CommonFields.OWNER, owner)
                .set(lead.pool, owner == null ? waiting : null)
                .set(lead.assignedAt, owner == null ? null : told.createdAt())
                .set(lead.name, told.name())
                .set(lead.company, told.company())
                .set(lead.title, told.title())
                .set(lead.mobile, told.mobile())
                .set(lead.email, told.email())
                .set(lead.source, Origins.code(told.source()))
                .set(lead.industry, told.industry())
                .set(lead.region, told.region())
                .set(lead.productInterest, told.productInterest())
                .set(lead.score, (long) told.score())
                .set(lead.status, LeadStatus.valueOf(told.status().toUpperCase(Locale.ROOT)));
        if (told.campaign() != null) {
            values.set(lead.campaign, keys.require(Keys.campaign(told.campaign())));
        }
        if (told.reason() != null) {
            values.set(lead.unqualifiedReason, Reasons.unqualified(told.reason()));
        }
        if (told.next() != null) {
            values.set(lead.nextStep, told.next().text())
                    .set(lead.nextFollowUpAt, told.next().at());
        }
        return told.conversion() == null ? values : converted(values, told.conversion(), keys);
    }

    private Values converted(Values values, Conversion conversion, Keys keys) {
        return values.set(lead.convertedAt, conversion.at())
                .set(lead.convertedAccount, keys.require(conversion.account()))
                .set(lead.convertedContact, keys.require(conversion.contact()))
                .set(lead.convertedOpportunity, keys.require(conversion.deal()));
    }
}
