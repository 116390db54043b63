package io.hemai.demo;

import io.hemai.demo.Arrivals.Arrival;
import io.hemai.demo.DealStory.Beginning;
import io.hemai.demo.DemoPlan.About;
import io.hemai.demo.DemoPlan.Conversion;
import io.hemai.demo.DemoPlan.Deal;
import io.hemai.demo.DemoPlan.Lead;
import io.hemai.demo.DemoPlan.NextStep;
import io.hemai.demo.Words.Reason;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How leads are worked: converted, refused, still open, or back in the pool. */
final class LeadStory {
    /** Back in the public pool: a new lead of nobody. */
    private static final String POOLED = "pooled";

    private final Words words;
    private final Dice dice;
    private final Ledger ledger;
    private final Stagehand stagehand;
    private final CustomerStory customers;
    private final DealStory deals;
    private final LocalDate today;

    LeadStory(
            Words words,
            Dice dice,
            Ledger ledger,
            Stagehand stagehand,
            CustomerStory customers,
            DealStory deals,
            LocalDate today) {
        this.words = words;
        this.dice = dice;
        this.ledger = ledger;
        this.stagehand = stagehand;
        this.customers = customers;
        this.deals = deals;
        this.today = today;
    }

    /** What is known when a lead arrives; the customer is null for a company never seen before. */
    record Visitor(
            Arrival arrival,
            Company company,
            Face face,
            String owner,
            @Nullable Customer customer) {}

    /** A lead's outcome so far. */
    private record Outcome(
            String status,
            @Nullable Conversion conversion,
            @Nullable Customer founded,
            @Nullable String reason,
            @Nullable NextStep next) {

        static Outcome open(String status, NextStep next) {
            return new Outcome(status, null, null, null, next);
        }
    }

    /** Tells one lead and all that came of it; a newly founded customer is answered. */
    Optional<Customer> tell(Visitor visitor) {
        String key = Ledger.key("lead", ledger.leads);
        String product = dice.pick(visitor.company().industry().products());
        double quality = quality(visitor);
        Scene scene = scene(visitor, key, product);
        LocalDate firstDay = firstDay(visitor.arrival().at());
        boolean converts = dice.chance(quality);
        LocalDate lastDay = WorkCalendar.plus(firstDay, converts ? dice.between(4, 22) : dice.between(2, 30));
        Outcome outcome = outcome(visitor, scene, firstDay, lastDay, converts);
        add(key, visitor, product, quality, outcome);
        return Optional.ofNullable(outcome.founded());
    }

    private Outcome outcome(Visitor visitor, Scene scene, LocalDate firstDay, LocalDate lastDay, boolean converts) {
        if (!firstDay.isBefore(today)) {
            return Outcome.open("new", stagehand.next("lead", visitor.owner(), scene.about()));
        }
        Instant arrived = visitor.arrival().at();
        boolean over = lastDay.isBefore(today);
        Instant end = over ? later(arrived, WorkCalendar.workingHour(lastDay, dice)) : stagehand.lastNight();
        stagehand.play("lead_touch", scene, arrived, end, dice.between(1, converts ? 3 : 2));
        if (!over) {
            String status = converts ? "qualified" : "working";
            return Outcome.open(status, stagehand.next("lead", visitor.owner(), scene.about()));
        }
        if (converts) {
            return convert(visitor, scene, end);
        }
        if (dice.chance(0.06)) {
            stagehand.act("note", "退回公海", "连续三十天没有进展，按规则退回公海，等待重新认领。", scene, end);
            return new Outcome(POOLED, null, null, null, null);
        }
        Reason reason = dice.weighted(words.disqualifications(), Reason::weight);
        stagehand.act("note", "标记为不合格", reason.note(), scene, end);
        return new Outcome("unqualified", null, null, reason.text(), null);
    }

    private Outcome convert(Visitor visitor, Scene scene, Instant at) {
        stagehand.play("lead_won", scene, at, at, 1);
        if (dice.chance(0.4)) {
            stagehand.done(
                    "lead", visitor.owner(), scene.about(), visitor.arrival().at(), at);
        }
        Customer known = visitor.customer();
        Customer customer;
        if (known == null) {
            customer = customers.found(visitor.company(), visitor.face(), visitor.owner(), at);
            for (int i = dice.between(0, 5) - 3; i > 0; i--) {
                customers.meetAnother(customer, at);
            }
        } else {
            customer = known;
            customers.meet(known, visitor.face(), at);
        }
        int person = customer.people().indexOf(visitor.face());
        String key = Ledger.key("lead", ledger.leads);
        String source = visitor.arrival().channel().code();
        double ease = known == null ? (source.equals("referral") || source.equals("partner") ? 0.85 : 1.07) : 0.85;
        Deal deal = deals.tell(new Beginning(customer, person, visitor.owner(), source, key, at, ease));
        Conversion conversion = new Conversion(
                at, customer.account().key(), customer.contacts().get(person).key(), deal.key());
        return new Outcome("converted", conversion, known == null ? customer : null, null, null);
    }

    private void add(String key, Visitor visitor, String product, double quality, Outcome outcome) {
        Company company = visitor.company();
        Arrival arrival = visitor.arrival();
        int score = Math.clamp(Math.round(quality * 100) + company.employees() / 60 + dice.between(5, 30), 0, 100);
        ledger.leads.add(new Lead(
                key,
                visitor.face().name(),
                visitor.customer() == null && dice.chance(0.25) ? company.shortName() : company.name(),
                visitor.face().title().title(),
                visitor.face().mobile(),
                visitor.face().email(),
                arrival.channel().code(),
                arrival.campaign() == null ? null : arrival.campaign().key(),
                company.industry().code(),
                company.city().region(),
                customers.product(product),
                score,
                outcome.status().equals(POOLED) ? "new" : outcome.status(),
                outcome.status().equals(POOLED) ? null : visitor.owner(),
                arrival.at(),
                outcome.conversion(),
                outcome.reason(),
                outcome.next()));
    }

    /** How likely the lead becomes a deal: by source, size, and whether the company has bought before. */
    private static double quality(Visitor visitor) {
        double size = visitor.company().employees() < 100 ? 0.5 : 1.05;
        double known = visitor.customer() == null ? 1 : 1.4;
        return Math.min(0.85, visitor.arrival().channel().quality() * size * known);
    }

    private Scene scene(Visitor visitor, String key, String product) {
        Company company = visitor.company();
        Map<String, String> places = Map.of(
                "company", company.shortName(),
                "call", visitor.face().call(),
                "industry", company.industry().name(),
                "pain", dice.pick(company.industry().pains()),
                "product", customers.label(product),
                "size", size(company),
                "role", dice.pick(List.of("总经理", "生产副总", "集团信息中心")));
        return new Scene(visitor.owner(), new About(key, null, null, null), places);
    }

    /** Leads of the evening and of holidays wait for the next working day. */
    private static LocalDate firstDay(Instant arrived) {
        LocalDate day = WorkCalendar.dayOf(arrived);
        boolean evening = arrived.atZone(WorkCalendar.ZONE).getHour() >= 17;
        return evening ? WorkCalendar.onOrAfter(day.plusDays(1)) : WorkCalendar.onOrAfter(day);
    }

    /** As people say it: in tens, and in hundreds from five hundred on. */
    private static String size(Company company) {
        int step = company.employees() < 500 ? 10 : 100;
        return String.valueOf(company.employees() / step * step);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
