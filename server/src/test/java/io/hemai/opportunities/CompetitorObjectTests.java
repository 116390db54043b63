package io.hemai.opportunities;

import io.hemai.metadata.StandardObject;
import io.hemai.records.StandardObjectContract;
import io.hemai.records.Values;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.beans.factory.annotation.Autowired;

class CompetitorObjectTests extends StandardObjectContract {
    private final AtomicInteger made = new AtomicInteger();

    @Autowired
    CompetitorObject competitor;

    @Override
    protected StandardObject object() {
        return competitor;
    }

    @Override
    protected Values example() {
        return Values.of(competitor.name, "远帆软件 " + made.incrementAndGet())
                .set(competitor.website, "https://example.com")
                .set(competitor.strengths, "价格低，实施快")
                .set(competitor.weaknesses, "缺少生产排程")
                .set(competitor.answers, "先谈总拥有成本");
    }
}
