package io.hemai.demo;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.accounts.Industries;
import io.hemai.demo.DemoPlan.About;
import io.hemai.demo.DemoPlan.Account;
import io.hemai.demo.DemoPlan.Activity;
import io.hemai.demo.DemoPlan.Contact;
import io.hemai.demo.DemoPlan.Deal;
import io.hemai.demo.DemoPlan.Lead;
import io.hemai.demo.DemoPlan.Person;
import io.hemai.demo.DemoPlan.StageEntry;
import io.hemai.kernel.china.CreditCode;
import io.hemai.kernel.china.Regions;
import io.hemai.kernel.text.CompanyName;
import io.hemai.kernel.text.Emails;
import io.hemai.kernel.text.Phones;
import io.hemai.kernel.text.Urls;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DemoPlanTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 8, 12);
    private static final Instant NOW = WorkCalendar.at(TODAY, LocalTime.of(8, 0));
    private static final DemoPlan PLAN = DemoPlan.of(42, TODAY);
    private static final Map<String, Lead> LEADS = PLAN.leads().stream().collect(toMap(Lead::key, Function.identity()));
    private static final Map<String, Account> ACCOUNTS =
            PLAN.accounts().stream().collect(toMap(Account::key, Function.identity()));
    private static final Map<String, Contact> CONTACTS =
            PLAN.contacts().stream().collect(toMap(Contact::key, Function.identity()));
    private static final Map<String, Deal> DEALS = PLAN.deals().stream().collect(toMap(Deal::key, Function.identity()));

    @Test
    void isAsLargeAsACompanyOfTwelve() {
        assertThat(PLAN.people()).hasSize(12);
        assertThat(PLAN.departments()).hasSize(4);
        assertThat(PLAN.leads()).hasSize(1_500);
        assertThat(PLAN.accounts()).hasSizeBetween(250, 340);
        assertThat(PLAN.contacts()).hasSizeBetween(430, 700);
        assertThat(PLAN.deals()).hasSizeBetween(350, 450);
        assertThat(PLAN.activities()).hasSizeBetween(5_000, 7_500);
        assertThat(PLAN.tasks()).hasSizeBetween(400, 1_500);
    }

    @Test
    void sortsCompaniesIntoIndustriesThatHaveANameInEachLanguage() {
        assertThat(Industries.codes())
                .containsAll(PLAN.accounts().stream().map(Account::industry).toList())
                .containsAll(PLAN.leads().stream().map(Lead::industry).toList());
    }

    @Test
    void isTheSameForTheSameSeed() {
        assertThat(DemoPlan.of(42, TODAY)).isEqualTo(PLAN);
        assertThat(DemoPlan.of(43, TODAY)).isNotEqualTo(PLAN);
    }

    @Test
    void holdsTogetherOnAnyDay() {
        for (LocalDate day : List.of(LocalDate.of(2026, 1, 1), LocalDate.of(2027, 2, 7), LocalDate.of(2028, 10, 7))) {
            DemoPlan plan = DemoPlan.of(7, day);
            Instant now = WorkCalendar.at(day, LocalTime.of(8, 0));
            assertThat(plan.activities())
                    .allMatch(activity -> activity.happenedAt().isBefore(now));
            assertThat(plan.deals()).allMatch(deal -> increasing(deal.stages()));
            assertThat(winRate(plan)).isBetween(0.2, 0.4);
        }
    }

    @Test
    void nothingHappensBeforeItsTimeOrAfterNow() {
        assertThat(PLAN.activities()).isNotEmpty().allSatisfy(activity -> {
            assertThat(activity.happenedAt()).isBefore(NOW);
            assertThat(begins(activity.about())).isBeforeOrEqualTo(activity.happenedAt());
        });
        assertThat(PLAN.tasks()).allSatisfy(task -> {
            if (task.doneAt() != null) {
                assertThat(task.doneAt()).isBefore(NOW).isAfterOrEqualTo(begins(task.about()));
            }
        });
        assertThat(PLAN.leads()).allMatch(lead -> lead.createdAt().isBefore(NOW));
        assertThat(PLAN.contacts())
                .allMatch(contact -> !contact.createdAt()
                        .isBefore(the(ACCOUNTS, contact.account()).createdAt()));
    }

    @Test
    void workIsDoneOnWorkingDays() {
        assertThat(PLAN.activities())
                .allMatch(activity ->
                        WorkCalendar.isWorkingDay(WorkCalendar.dayOf(activity.happenedAt())) || onFair(activity));
    }

    @Test
    void dealsMoveForwardInTime() {
        List<String> order =
                List.of("initial_contact", "needs_analysis", "proposal", "negotiation", "contract_review", "won");
        assertThat(PLAN.deals()).allSatisfy(deal -> {
            assertThat(increasing(deal.stages())).isTrue();
            List<String> stages = deal.stages().stream()
                    .map(StageEntry::stage)
                    .filter(stage -> !stage.equals("lost"))
                    .toList();
            assertThat(order).startsWith(stages.toArray(String[]::new));
            assertThat(deal.stages().getLast().enteredAt()).isBefore(NOW);
            assertThat(deal.amount()).isGreaterThan(BigDecimal.valueOf(30_000));
            assertThat(deal.lossReason() != null).isEqualTo(deal.status().equals("lost"));
            assertThat(deal.next() != null).isEqualTo(deal.status().equals("open"));
        });
    }

    @Test
    void aboutAThirdIsWonAndSourcesDiffer() {
        assertThat(winRate(PLAN)).isBetween(0.28, 0.40);
        assertThat(conversion("referral")).isGreaterThan(0.35);
        assertThat(conversion("douyin")).isLessThan(0.12);
        assertThat(conversion("website")).isBetween(0.12, 0.35);
        assertThat(PLAN.deals().stream().filter(deal -> deal.status().equals("open")))
                .hasSizeBetween(50, 140);
    }

    @Test
    void theYearHasItsSeasons() {
        Map<Integer, Long> months = PLAN.leads().stream()
                .collect(groupingBy(lead -> WorkCalendar.dayOf(lead.createdAt()).getMonthValue(), counting()));
        assertThat(the(months, 2)).isLessThan(the(months, 3) * 2 / 3);
        assertThat(the(months, 9)).isGreaterThan(the(months, 2));
        assertThat(PLAN.leads().stream().filter(lead -> "fair-autumn".equals(lead.campaign())))
                .hasSizeGreaterThan(50);
    }

    @Test
    void conversionsLeadToTheirRecords() {
        assertThat(PLAN.leads()).allSatisfy(lead -> {
            assertThat(lead.conversion() != null).isEqualTo(lead.status().equals("converted"));
            assertThat(lead.reason() != null).isEqualTo(lead.status().equals("unqualified"));
            if (lead.conversion() != null) {
                Deal deal = the(DEALS, lead.conversion().deal());
                assertThat(deal.lead()).isEqualTo(lead.key());
                assertThat(deal.account()).isEqualTo(lead.conversion().account());
                assertThat(deal.createdAt()).isEqualTo(lead.conversion().at());
                assertThat(lead.conversion().at()).isAfter(lead.createdAt());
                assertThat(the(CONTACTS, lead.conversion().contact()).name()).isEqualTo(lead.name());
            }
        });
        assertThat(PLAN.leads().stream().map(Lead::status).distinct())
                .containsExactlyInAnyOrder("new", "working", "qualified", "unqualified", "converted");
        assertThat(PLAN.leads().stream().filter(lead -> lead.owner() == null)).hasSizeBetween(20, 150);
    }

    @Test
    void everythingWouldPassTheFieldsChecks() {
        assertThat(PLAN.accounts()).allSatisfy(account -> {
            assertThat(CreditCode.check(account.creditCode()).accepted()).contains(account.creditCode());
            assertThat(Phones.check(account.phone()).accepted())
                    .as(account.phone())
                    .isPresent();
            assertThat(Urls.check(account.website()).accepted()).contains(account.website());
            assertThat(Regions.byCode(account.region())).isPresent();
        });
        assertThat(PLAN.leads()).allSatisfy(lead -> {
            assertThat(Phones.check(lead.mobile()).accepted()).as(lead.mobile()).isPresent();
            assertThat(Emails.check(lead.email()).accepted()).contains(lead.email());
        });
    }

    @Test
    void namesAreTheirOwnAndPointersHold() {
        assertThat(PLAN.accounts().stream().map(account -> CompanyName.key(account.name())))
                .doesNotHaveDuplicates();
        assertThat(PLAN.accounts().stream().map(Account::creditCode)).doesNotHaveDuplicates();
        Set<String> logins =
                new HashSet<>(PLAN.people().stream().map(Person::login).toList());
        Stream<String> owners = Stream.of(
                        PLAN.activities().stream().map(Activity::owner),
                        PLAN.accounts().stream().map(Account::owner),
                        PLAN.deals().stream().map(Deal::owner),
                        PLAN.campaigns().stream().map(DemoPlan.Campaign::owner))
                .flatMap(Function.identity());
        assertThat(owners).allMatch(logins::contains);
    }

    @Test
    void noPlaceIsLeftUnfilled() {
        assertThat(PLAN.activities().stream().map(activity -> activity.subject() + activity.body()))
                .noneMatch(text -> text.contains("{"));
    }

    private static <K, V> V the(Map<K, V> map, K key) {
        return Objects.requireNonNull(map.get(key), String.valueOf(key));
    }

    private static boolean increasing(List<StageEntry> stages) {
        for (int i = 1; i < stages.size(); i++) {
            if (!stages.get(i).enteredAt().isAfter(stages.get(i - 1).enteredAt())) {
                return false;
            }
        }
        return true;
    }

    private static boolean onFair(Activity activity) {
        Lead lead = LEADS.get(String.valueOf(activity.about().lead()));
        return lead != null && lead.campaign() != null;
    }

    private static Instant begins(About about) {
        if (about.lead() != null) {
            return the(LEADS, about.lead()).createdAt();
        }
        return about.deal() != null
                ? the(DEALS, about.deal()).createdAt()
                : the(ACCOUNTS, String.valueOf(about.account())).createdAt();
    }

    private static double winRate(DemoPlan plan) {
        double won = plan.deals().stream()
                .filter(deal -> deal.status().equals("won"))
                .count();
        double lost = plan.deals().stream()
                .filter(deal -> deal.status().equals("lost"))
                .count();
        return won / (won + lost);
    }

    private static double conversion(String source) {
        List<Lead> leads = PLAN.leads().stream()
                .filter(lead -> lead.source().equals(source))
                .toList();
        return (double) leads.stream().filter(lead -> lead.conversion() != null).count() / leads.size();
    }
}
