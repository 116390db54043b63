package io.hemai.marketing;

import io.hemai.records.AcyclicRule;
import io.hemai.records.Records;
import org.springframework.stereotype.Component;

/** No campaign is part of itself. */
@Component
final class CampaignTreeRule extends AcyclicRule {
    CampaignTreeRule(CampaignObject campaign, Records records) {
        super(campaign, campaign.parent, records);
    }
}
