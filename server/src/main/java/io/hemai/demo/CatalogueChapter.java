package io.hemai.demo;

import io.hemai.demo.DemoPlan.Campaign;
import io.hemai.demo.DemoPlan.Product;
import io.hemai.marketing.CampaignObject;
import io.hemai.metadata.CommonFields;
import io.hemai.products.ProductObject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What is sold and how it is made known. */
@Component
@Order(20)
class CatalogueChapter implements Chapter {
    private static final LocalTime MORNING = LocalTime.of(9, 30);
    private static final Duration PREPARATION = Duration.ofDays(30);
    private static final Duration PAST = Duration.ofDays(800);
    private static final Map<String, String> CATEGORIES = Map.of("软件许可", "software", "硬件", "hardware", "服务", "service");
    private static final Map<String, String> UNITS =
            Map.of("套", "set", "包", "set", "台", "piece", "人天", "person_day", "天", "person_day", "年", "year");

    private final DemoRecords demo;
    private final ProductObject product;
    private final CampaignObject campaign;

    CatalogueChapter(DemoRecords demo, ProductObject product, CampaignObject campaign) {
        this.demo = demo;
        this.product = product;
        this.campaign = campaign;
    }

    @Override
    public void write(DemoPlan plan, Keys keys) {
        Instant beginning = WorkCalendar.at(plan.today(), MORNING).minus(PAST);
        demo.write(
                product, plan.products().stream().map(p -> draft(p, beginning)).toList(), keys);
        demo.write(
                campaign,
                plan.campaigns().stream().map(c -> draft(c, plan.today(), keys)).toList(),
                keys);
    }

    private Draft draft(Product told, Instant since) {
        return new Draft(
                Keys.product(told.code()),
                Past.since(since, null)
                        .set(product.name, told.name())
                        .set(product.code, told.code())
                        .set(product.category, CATEGORIES.getOrDefault(told.category(), told.category()))
                        .set(product.unit, UNITS.getOrDefault(told.unit(), told.unit()))
                        .set(product.listPrice, Past.yuan(told.listPrice()))
                        .set(product.cost, Past.yuan(told.cost())));
    }

    private Draft draft(Campaign told, LocalDate today, Keys keys) {
        Instant planned = WorkCalendar.at(told.starts(), MORNING).minus(PREPARATION);
        return new Draft(
                Keys.campaign(told.key()),
                Past.since(planned, keys.owner(told.owner()))
                        .set(CommonFields.OWNER, keys.owner(told.owner()))
                        .set(campaign.name, told.name())
                        .set(campaign.kind, told.kind())
                        .set(campaign.channel, Origins.code(told.source()))
                        .set(campaign.status, status(told, today))
                        .set(campaign.startDate, told.starts())
                        .set(campaign.endDate, told.ends())
                        .set(campaign.budget, Past.yuan(told.cost()))
                        .set(campaign.actualCost, Past.yuan(told.cost())));
    }

    private static String status(Campaign told, LocalDate today) {
        if (told.ends().isBefore(today)) {
            return "completed";
        }
        return told.starts().isAfter(today) ? "planned" : "active";
    }
}
