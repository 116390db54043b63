package io.hemai.demo;

import io.hemai.demo.DemoPlan.About;
import io.hemai.demo.DemoPlan.Competitor;
import io.hemai.demo.DemoPlan.Deal;
import io.hemai.demo.DemoPlan.Line;
import io.hemai.demo.DemoPlan.NextStep;
import io.hemai.demo.DemoPlan.StageEntry;
import io.hemai.demo.Words.Reason;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** How deals go from stage to stage, or end. */
final class DealStory {
    /** A stage: how many working days it takes and how likely a deal is lost in it. */
    private record Act(String stage, int shortest, int longest, double danger) {}

    private static final List<Act> ACTS = List.of(
            new Act("initial_contact", 4, 14, 0.20),
            new Act("needs_analysis", 6, 22, 0.22),
            new Act("proposal", 8, 26, 0.32),
            new Act("negotiation", 5, 20, 0.24),
            new Act("contract_review", 3, 10, 0.05));

    /** How a deal began. */
    record Beginning(
            Customer customer,
            int person,
            String owner,
            String source,
            @Nullable String lead,
            Instant at,
            double ease) {}

    /** How it went: the stages it reached, and why it was lost. */
    private record Course(List<StageEntry> stages, @Nullable Reason loss, LocalDate expected) {}

    private final Words words;
    private final Dice dice;
    private final Ledger ledger;
    private final Stagehand stagehand;
    private final CustomerStory customers;
    private final Basket basket;
    private final LocalDate today;

    DealStory(Words words, Dice dice, Ledger ledger, Stagehand stagehand, CustomerStory customers, LocalDate today) {
        this.words = words;
        this.dice = dice;
        this.ledger = ledger;
        this.stagehand = stagehand;
        this.customers = customers;
        this.basket = new Basket(words, dice);
        this.today = today;
    }

    Deal tell(Beginning beginning) {
        Customer customer = beginning.customer();
        String key = Ledger.key("deal", ledger.deals);
        Course course = run(beginning);
        Competitor competitor = competitor(course);
        List<Line> lines = basket.fill(customer.company(), beginning.lead() == null);
        String product = customers.label(lines.getFirst().product());
        About about = new About(
                null,
                customer.account().key(),
                customer.contacts().get(beginning.person()).key(),
                key);
        Scene scene = new Scene(beginning.owner(), about, places(beginning, product, competitor, lines));
        play(course, scene, beginning.lead() == null);
        String last = course.stages().getLast().stage();
        boolean open = !last.equals("won") && !last.equals("lost");
        NextStep next = open ? stagehand.next(last, beginning.owner(), about) : null;
        String name = customer.company().shortName() + " " + product + (beginning.lead() == null ? "增购" : "项目");
        Deal deal = new Deal(
                key,
                name,
                customer.account().key(),
                customer.contacts().get(beginning.person()).key(),
                beginning.owner(),
                beginning.source(),
                beginning.lead(),
                competitor == null ? null : competitor.name(),
                course.stages(),
                lines,
                course.expected(),
                course.loss() == null ? null : course.loss().text(),
                next);
        ledger.deals.add(deal);
        return deal;
    }

    private Course run(Beginning beginning) {
        List<StageEntry> stages = new ArrayList<>();
        stages.add(new StageEntry("initial_contact", beginning.at()));
        LocalDate day = WorkCalendar.dayOf(beginning.at());
        int pace = dice.chance(0.07) ? 3 : 1;
        for (int i = 0; i < ACTS.size(); i++) {
            Act act = ACTS.get(i);
            day = WorkCalendar.plus(day, dice.between(act.shortest(), act.longest()) * pace);
            boolean lost = dice.chance(act.danger() * beginning.ease());
            boolean last = i == ACTS.size() - 1;
            if (last && !lost) {
                day = towardsQuarterEnd(day);
            }
            if (!day.isBefore(today)) {
                return new Course(List.copyOf(stages), null, expected(day, i));
            }
            String reached = lost ? "lost" : last ? "won" : ACTS.get(i + 1).stage();
            stages.add(new StageEntry(reached, WorkCalendar.workingHour(day, dice)));
            if (lost) {
                return new Course(List.copyOf(stages), reason(i), day);
            }
        }
        return new Course(List.copyOf(stages), null, day);
    }

    /** When an open deal is thought to close; some people do not keep the date up. */
    private LocalDate expected(LocalDate stageEnds, int act) {
        if (dice.chance(0.08)) {
            return WorkCalendar.onOrAfter(today.minusDays(dice.between(5, 25)));
        }
        return WorkCalendar.plus(stageEnds, (ACTS.size() - 1 - act) * 12);
    }

    /** Signatures wait for the last days of a quarter. */
    private LocalDate towardsQuarterEnd(LocalDate day) {
        boolean lastMonth = day.getMonthValue() % 3 == 0;
        if (!lastMonth || !dice.chance(0.6)) {
            return day;
        }
        LocalDate late = day.withDayOfMonth(dice.between(22, day.lengthOfMonth()));
        return late.isAfter(day) && WorkCalendar.isWorkingDay(late) ? late : day;
    }

    private Reason reason(int act) {
        List<Reason> possible = words.lossReasons().stream()
                .filter(reason -> reason.fromStage() <= act)
                .toList();
        return dice.weighted(possible, Reason::weight);
    }

    private @Nullable Competitor competitor(Course course) {
        boolean named = course.loss() != null && course.loss().note().contains("{competitor}");
        return named || dice.chance(0.45) ? dice.pick(words.competitors()) : null;
    }

    private void play(Course course, Scene scene, boolean again) {
        for (int i = 0; i < course.stages().size(); i++) {
            StageEntry entry = course.stages().get(i);
            boolean last = i == course.stages().size() - 1;
            if (entry.stage().equals("lost") && course.loss() != null) {
                stagehand.act("note", "输单复盘", course.loss().note(), scene, entry.enteredAt());
            } else if (entry.stage().equals("won")) {
                stagehand.play("won", scene, entry.enteredAt(), entry.enteredAt(), 2);
            } else {
                Instant until = last
                        ? stagehand.lastNight()
                        : course.stages().get(i + 1).enteredAt();
                if (entry.enteredAt().isBefore(until)) {
                    String scripts = again && i == 0 ? "initial_contact_again" : entry.stage();
                    stagehand.play(scripts, scene, entry.enteredAt(), until, dice.between(1, 3));
                    if (!last && dice.chance(0.35)) {
                        stagehand.done(entry.stage(), scene.owner(), scene.about(), entry.enteredAt(), until);
                    }
                }
            }
        }
    }

    private Map<String, String> places(
            Beginning beginning, String product, @Nullable Competitor competitor, List<Line> lines) {
        Company company = beginning.customer().company();
        Map<String, String> places = new HashMap<>();
        places.put("company", company.shortName());
        places.put("call", beginning.customer().people().get(beginning.person()).call());
        places.put("industry", company.industry().name());
        places.put("pain", dice.pick(company.industry().pains()));
        places.put("product", product);
        places.put("role", dice.pick(List.of("总经理", "生产副总", "财务负责人", "集团信息中心")));
        places.put(
                "amount",
                NumberFormat.getIntegerInstance(Locale.CHINA)
                        .format(lines.stream()
                                .map(Line::total)
                                .reduce(java.math.BigDecimal.ZERO, java.math.BigDecimal::add)));
        if (competitor != null) {
            places.put("competitor", competitor.name());
            places.put("competitor_strength", competitor.strength());
            places.put("competitor_weakness", competitor.weakness());
        }
        return places;
    }
}
