package io.hemai.marketing;

import io.hemai.kernel.Money;
import io.hemai.metadata.StandardObject;
import io.hemai.records.StandardObjectContract;
import io.hemai.records.Values;
import java.time.LocalDate;
import org.springframework.beans.factory.annotation.Autowired;

class CampaignObjectTests extends StandardObjectContract {
    @Autowired
    CampaignObject campaign;

    @Override
    protected StandardObject object() {
        return campaign;
    }

    @Override
    protected Values example() {
        return Values.of(campaign.name, "春季线上直播")
                .set(campaign.kind, "webinar")
                .set(campaign.channel, "wechat")
                .set(campaign.startDate, LocalDate.of(2026, 3, 1))
                .set(campaign.budget, Money.of("50000", "CNY"));
    }
}
