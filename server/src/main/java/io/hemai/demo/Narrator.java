package io.hemai.demo;

import io.hemai.demo.Arrivals.Arrival;
import io.hemai.demo.DealStory.Beginning;
import io.hemai.demo.DemoPlan.Activity;
import io.hemai.demo.DemoPlan.Deal;
import io.hemai.demo.DemoPlan.Task;
import io.hemai.demo.LeadStory.Visitor;
import io.hemai.demo.Words.Staff;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tells a year of the demo company: old customers first, then the leads as they come, then what customers buy again. */
final class Narrator {
    private static final int OLD_CUSTOMERS = 62;
    private static final int LEADS = 1_500;
    private static final int YEAR = 365;

    private final Words words = Words.load();
    private final Ledger ledger = new Ledger();
    private final List<Customer> customers = new ArrayList<>();
    private final LocalDate today;
    private final Dice dice;
    private final Companies companies;
    private final Face.Maker faces;
    private final Stagehand stagehand;
    private final CustomerStory customerStory;
    private final DealStory dealStory;
    private final LeadStory leadStory;

    Narrator(long seed, LocalDate today) {
        this.today = today;
        this.dice = new Dice(seed);
        this.companies = new Companies(words, dice, seed);
        this.faces = new Face.Maker(words, dice);
        this.stagehand = new Stagehand(words, dice, ledger, today);
        this.customerStory = new CustomerStory(words, dice, ledger, faces, stagehand);
        this.dealStory = new DealStory(words, dice, ledger, stagehand, customerStory, today);
        this.leadStory = new LeadStory(words, dice, ledger, stagehand, customerStory, dealStory, today);
    }

    DemoPlan tell() {
        Arrivals arrivals = new Arrivals(words, dice, today);
        tellOldCustomers();
        for (Arrival arrival : arrivals.arrivals(LEADS)) {
            leadStory.tell(visitor(arrival)).ifPresent(customers::add);
        }
        tellCare();
        ledger.deals.sort(Comparator.comparing(Deal::createdAt));
        ledger.activities.sort(Comparator.comparing(Activity::happenedAt));
        ledger.tasks.sort(Comparator.comparing(Task::dueAt));
        return new DemoPlan(
                today,
                words.departments(),
                words.staff().stream().map(Staff::person).toList(),
                words.channels().stream()
                        .map(channel -> new DemoPlan.Source(channel.code(), channel.name()))
                        .toList(),
                arrivals.campaigns(),
                words.competitors(),
                words.products(),
                List.copyOf(ledger.accounts),
                List.copyOf(ledger.contacts),
                List.copyOf(ledger.leads),
                List.copyOf(ledger.deals),
                List.copyOf(ledger.activities),
                List.copyOf(ledger.tasks));
    }

    /** Customers from before the year, the oldest first; they buy again once or twice, and did in the year before. */
    private void tellOldCustomers() {
        for (int i = 0; i < OLD_CUSTOMERS; i++) {
            Company company = companies.next();
            LocalDate day = WorkCalendar.onOrAfter(today.minusDays(YEAR + 720L - i * 11L));
            Instant since = WorkCalendar.workingHour(day, dice);
            Customer customer = customerStory.found(company, faces.at(company), salesperson(company), since);
            for (int more = dice.between(1, 3); more > 0; more--) {
                customerStory.meetAnother(customer, since);
            }
            customers.add(customer);
        }
        for (Customer customer : List.copyOf(customers)) {
            for (int again = dice.between(1, 2); again > 0; again--) {
                buyAgain(customer, today.minusDays(dice.between(3, YEAR + 130)), 0.85);
            }
            LocalDate before = today.minusDays(dice.between(YEAR + 30, 2 * YEAR - 30));
            if (WorkCalendar.at(before, LocalTime.MIN).isAfter(customer.since())) {
                buyAgain(customer, before, 0.5);
            }
        }
    }

    private void buyAgain(Customer customer, LocalDate around, double warmth) {
        LocalDate day = WorkCalendar.onOrAfter(around);
        if (day.isBefore(today)) {
            int person = dice.between(0, customer.people().size() - 1);
            Instant at = WorkCalendar.workingHour(day, dice);
            String owner = customer.account().owner();
            dealStory.tell(new Beginning(customer, person, owner, "upsell", null, at, warmth));
        }
    }

    /** Old customers are looked after all year, new ones from their first signature. */
    private void tellCare() {
        Map<String, Instant> firstWon = new HashMap<>();
        for (Deal deal : ledger.deals) {
            if (deal.status().equals("won")) {
                firstWon.merge(deal.account(), deal.stages().getLast().enteredAt(), Narrator::earlier);
            }
        }
        Instant start = WorkCalendar.workingHour(WorkCalendar.onOrAfter(today.minusDays(YEAR)), dice);
        for (int i = 0; i < customers.size(); i++) {
            Customer customer = customers.get(i);
            Optional.ofNullable(
                            i < OLD_CUSTOMERS
                                    ? start
                                    : firstWon.get(customer.account().key()))
                    .ifPresent(from -> customerStory.care(customer, from));
        }
    }

    private Visitor visitor(Arrival arrival) {
        List<Customer> known = customers.stream()
                .filter(customer -> customer.since().isBefore(arrival.at()))
                .toList();
        Customer customer = !known.isEmpty() && dice.chance(0.12) ? dice.pick(known) : null;
        Company company = customer == null ? companies.next() : customer.company();
        String owner =
                customer == null ? salesperson(company) : customer.account().owner();
        return new Visitor(arrival, company, faces.at(company), owner, customer);
    }

    private String salesperson(Company company) {
        List<Staff> team = words.staff().stream()
                .filter(staff ->
                        staff.person().department().equals(company.city().team()))
                .toList();
        return dice.weighted(team, Staff::weight).person().login();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
