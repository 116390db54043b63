package io.hemai.demo;

import io.hemai.demo.DemoPlan.Competitor;
import io.hemai.demo.DemoPlan.Deal;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.CommonFields;
import io.hemai.opportunities.CompetitorObject;
import io.hemai.opportunities.OpportunityCompetitorObject;
import io.hemai.records.Values;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The competitors, and the deals in which they were met. */
@Component
@Order(45)
class RivalsChapter implements Chapter {
    private final DemoRecords demo;
    private final CompetitorObject competitor;
    private final OpportunityCompetitorObject met;

    RivalsChapter(DemoRecords demo, CompetitorObject competitor, OpportunityCompetitorObject met) {
        this.demo = demo;
        this.competitor = competitor;
        this.met = met;
    }

    @Override
    public void write(DemoPlan plan, Keys keys) {
        RecordId author = keys.owner(plan.people().getFirst().login());
        List<Draft> rivals = new ArrayList<>();
        for (Competitor told : plan.competitors()) {
            rivals.add(new Draft(
                    key(told.name()),
                    Values.of(CommonFields.OWNER, author)
                            .set(competitor.name, told.name())
                            .set(competitor.strengths, told.strength())
                            .set(competitor.weaknesses, told.weakness())));
        }
        demo.write(competitor, rivals, keys);
        List<Draft> meetings = new ArrayList<>();
        for (Deal deal : plan.deals()) {
            if (deal.competitor() != null) {
                meetings.add(new Draft(
                        deal.key() + "-competitor",
                        Past.since(deal.createdAt(), keys.owner(deal.owner()))
                                .set(met.opportunity, keys.require(deal.key()))
                                .set(met.competitor, keys.require(key(deal.competitor())))));
            }
        }
        demo.write(met, meetings, keys);
    }

    private static String key(String name) {
        return "competitor-" + name;
    }
}
