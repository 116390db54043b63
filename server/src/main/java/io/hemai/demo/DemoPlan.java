package io.hemai.demo;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that happened in the demo company up to the morning of a day: a pure value, nothing is written.
 *
 * <p>Things point at each other by key ({@code lead-17}), at people by login, at products by code, at campaigns by key
 * and at competitors by name. Times lie before 08:00 in Shanghai of {@link #today}. The company, its customers and their
 * people are invented; mail and web addresses end in the reserved {@code example.com}.
 *
 * @param accounts in the order in which they became customers
 * @param leads in the order of arrival, as {@code activities} and {@code deals} are in the order of their times
 */
public record DemoPlan(
        LocalDate today,
        List<Department> departments,
        List<Person> people,
        List<Source> sources,
        List<Campaign> campaigns,
        List<Competitor> competitors,
        List<Product> products,
        List<Account> accounts,
        List<Contact> contacts,
        List<Lead> leads,
        List<Deal> deals,
        List<Activity> activities,
        List<Task> tasks) {

    /** Tells the story anew: the same seed and day give the same plan. */
    public static DemoPlan of(long seed, LocalDate today) {
        return new Narrator(seed, today).tell();
    }

    /** A department right under the company. */
    public record Department(String key, String name, String nameEn) {}

    /**
     * One of the company's own people.
     *
     * @param role a delivered role: sales_manager, sales, marketing, service
     * @param manager the login of the manager, null for the heads of departments
     */
    public record Person(
            String login,
            String name,
            String department,
            String title,
            String role,
            @Nullable String manager) {}

    /** Where leads come from. */
    public record Source(String code, String name) {}

    /** A campaign of the marketing department with its cost in CNY. */
    public record Campaign(
            String key,
            String name,
            String kind,
            String source,
            LocalDate starts,
            LocalDate ends,
            BigDecimal cost,
            String owner) {}

    /** A rival in deals. */
    public record Competitor(String name, String strength, String weakness) {}

    /** A line of the catalogue; prices in CNY. */
    public record Product(
            String code,
            String name,
            String nameEn,
            String category,
            String unit,
            BigDecimal listPrice,
            BigDecimal cost) {}

    /** A customer or one that may become one; revenue in CNY. */
    public record Account(
            String key,
            String name,
            String industry,
            String region,
            String website,
            String phone,
            int employees,
            BigDecimal annualRevenue,
            String tier,
            String creditCode,
            String owner,
            Instant createdAt) {}

    /** A person at an account. */
    public record Contact(
            String key,
            String account,
            String name,
            String title,
            String decisionRole,
            String mobile,
            String email,
            String owner,
            Instant createdAt) {}

    /**
     * Somebody who showed interest.
     *
     * @param status new, working, qualified, unqualified or converted
     * @param owner null for leads in the public pool
     * @param score 0 to 100
     * @param conversion what it became; null unless converted
     * @param reason why it is unqualified; null otherwise
     * @param next what is to be done next; null when nothing is
     */
    public record Lead(
            String key,
            String name,
            String company,
            String title,
            String mobile,
            String email,
            String source,
            @Nullable String campaign,
            String industry,
            String region,
            String productInterest,
            int score,
            String status,
            @Nullable String owner,
            Instant createdAt,
            @Nullable Conversion conversion,
            @Nullable String reason,
            @Nullable NextStep next) {}

    /** A lead's conversion. */
    public record Conversion(Instant at, String account, String contact, String deal) {}

    /** What is to be done next, and when. */
    public record NextStep(String text, Instant at) {}

    /**
     * A deal.
     *
     * @param stages from the first stage to the current one, times strictly increasing; ends in won or lost when closed
     * @param closeDate when it was closed or is expected to be
     */
    public record Deal(
            String key,
            String name,
            String account,
            String contact,
            String owner,
            String source,
            @Nullable String lead,
            @Nullable String competitor,
            List<StageEntry> stages,
            List<Line> lines,
            LocalDate closeDate,
            @Nullable String lossReason,
            @Nullable NextStep next) {

        public Instant createdAt() {
            return stages.getFirst().enteredAt();
        }

        public String stage() {
            return stages.getLast().stage();
        }

        /** won, lost or open. */
        public String status() {
            return stage().equals("won") || stage().equals("lost") ? stage() : "open";
        }

        /** The sum of the lines in CNY. */
        public BigDecimal amount() {
            return lines.stream().map(Line::total).reduce(BigDecimal.ZERO, BigDecimal::add);
        }
    }

    /** A deal's arrival in a stage. */
    public record StageEntry(String stage, Instant enteredAt) {}

    /** What is sold; the discount in percent. */
    public record Line(String product, int quantity, BigDecimal unitPrice, int discount) {

        public BigDecimal total() {
            return unitPrice
                    .multiply(BigDecimal.valueOf(quantity))
                    .multiply(BigDecimal.valueOf(100L - discount))
                    .divide(BigDecimal.valueOf(100), 2, RoundingMode.HALF_UP);
        }
    }

    /** What an activity or a task is about; what is null has no part in it. */
    public record About(
            @Nullable String lead,
            @Nullable String account,
            @Nullable String contact,
            @Nullable String deal) {}

    /** Something that was done with a customer; the kind is call, mail, meeting, visit or note. */
    public record Activity(String kind, String subject, String body, Instant happenedAt, String owner, About about) {}

    /** Something to do; the priority is high or normal. */
    public record Task(
            String subject,
            String priority,
            Instant dueAt,
            @Nullable Instant doneAt,
            String owner,
            About about) {}
}
