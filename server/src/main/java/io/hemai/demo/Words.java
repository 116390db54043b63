package io.hemai.demo;

import io.hemai.demo.DemoPlan.Competitor;
import io.hemai.demo.DemoPlan.Department;
import io.hemai.demo.DemoPlan.Person;
import io.hemai.demo.DemoPlan.Product;
import io.hemai.demo.Sheet.Row;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The raw material of the story. */
record Words(
        List<Department> departments,
        List<Staff> staff,
        List<City> cities,
        List<Industry> industries,
        List<Product> products,
        List<Channel> channels,
        List<Event> events,
        List<Competitor> competitors,
        List<Reason> lossReasons,
        List<Reason> disqualifications,
        List<Title> titles,
        List<String> surnames,
        List<String> givenNames,
        List<String> brandBeginnings,
        List<String> brandEndings,
        Map<String, List<Script>> scripts,
        Map<String, List<Step>> steps,
        Map<String, List<Step>> tasks) {

    static Words load() {
        List<List<String>> brands = Sheet.words("brands");
        return new Words(
                Sheet.rows(
                        "departments", row -> new Department(row.text("key"), row.text("name"), row.text("name_en"))),
                Sheet.rows("people", Staff::of),
                Sheet.rows("cities", City::of),
                Sheet.rows("industries", Industry::of),
                Sheet.rows("products", Words::product),
                Sheet.rows("sources", Channel::of),
                Sheet.rows("campaigns", Event::of),
                Sheet.rows("competitors", Words::competitor),
                Sheet.rows("loss_reasons", Reason::ofLoss),
                Sheet.rows("disqualify_reasons", Reason::ofDisqualification),
                Sheet.rows("titles", Title::of),
                Sheet.words("surnames").getFirst(),
                Sheet.words("given_names").getFirst(),
                brands.getFirst(),
                brands.getLast(),
                Sheet.byStage("activities", Script::of),
                Sheet.byStage("next_steps", row -> new Step(row.text("text"), "normal")),
                Sheet.byStage("tasks", row -> new Step(row.text("subject"), row.text("priority"))));
    }

    List<Script> scriptsAt(String stage) {
        return Objects.requireNonNull(scripts.get(stage), stage);
    }

    List<Step> stepsAt(String stage) {
        return Objects.requireNonNull(steps.get(stage), stage);
    }

    List<Step> tasksAt(String stage) {
        return Objects.requireNonNull(tasks.get(stage), stage);
    }

    private static Competitor competitor(Row row) {
        return new Competitor(row.text("name"), row.text("strength"), row.text("weakness"));
    }

    private static Product product(Row row) {
        return new Product(
                row.text("code"),
                row.text("name"),
                row.text("name_en"),
                row.text("category"),
                row.text("unit"),
                row.money("list_price"),
                row.money("cost"));
    }

    /** One of the company's people; the weight is how many leads come to them. */
    record Staff(Person person, int weight) {
        static Staff of(Row row) {
            String manager = row.text("manager");
            Person person = new Person(
                    row.text("login"),
                    row.text("name"),
                    row.text("department"),
                    row.text("title"),
                    row.text("role"),
                    manager.isEmpty() ? null : manager);
            return new Staff(person, row.number("weight"));
        }
    }

    /** Where customers sit, and the department that serves them. */
    record City(String region, String name, String team, String areaCode, int localDigits, int weight) {
        static City of(Row row) {
            return new City(
                    row.text("region"),
                    row.text("city"),
                    row.text("team"),
                    row.text("area_code"),
                    row.number("local_digits"),
                    row.number("weight"));
        }
    }

    /** A kind of customer: how their companies are called, what hurts, what they buy. */
    record Industry(
            String code, String name, int weight, List<String> words, List<String> pains, List<String> products) {
        static Industry of(Row row) {
            return new Industry(
                    row.text("code"),
                    row.text("industry"),
                    row.number("weight"),
                    row.list("words"),
                    row.list("pains"),
                    row.list("products"));
        }
    }

    /** A source of leads; the quality is the part of its leads that become deals. */
    record Channel(String code, String name, int weight, double quality) {
        static Channel of(Row row) {
            return new Channel(row.text("source"), row.text("name"), row.number("weight"), row.share("quality"));
        }
    }

    /** A campaign as it comes every year; the share is its part of its source's leads. */
    record Event(
            String key,
            String name,
            String kind,
            String source,
            int month,
            int day,
            int days,
            double share,
            BigDecimal cost,
            String owner) {
        static Event of(Row row) {
            return new Event(
                    row.text("key"),
                    row.text("name"),
                    row.text("kind"),
                    row.text("source"),
                    row.number("month"),
                    row.number("day"),
                    row.number("days"),
                    row.share("share"),
                    row.money("budget"),
                    row.text("owner"));
        }
    }

    /** Why something ended, the first stage (from 0) at which that occurs, and what was noted then. */
    record Reason(String text, int weight, int fromStage, String note) {
        static Reason ofLoss(Row row) {
            return new Reason(row.text("reason"), row.number("weight"), row.number("early"), row.text("closing"));
        }

        static Reason ofDisqualification(Row row) {
            return new Reason(row.text("reason"), row.number("weight"), 0, row.text("note"));
        }
    }

    /** A job title, how its holder is addressed after the family name, and the part played in decisions. */
    record Title(String title, String honorific, String decisionRole, int weight) {
        static Title of(Row row) {
            return new Title(row.text("title"), row.text("honorific"), row.text("decision_role"), row.number("weight"));
        }
    }

    /** An activity as told at a stage, with places in braces to fill. */
    record Script(String kind, String subject, String body) {
        static Script of(Row row) {
            return new Script(row.text("kind"), row.text("subject"), row.text("body"));
        }
    }

    /** Something to do at a stage. */
    record Step(String text, String priority) {}
}
