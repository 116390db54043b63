package io.hemai.records.rollup;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.accounts.AccountObject;
import io.hemai.kernel.Money;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.TenantId;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.Field;
import io.hemai.opportunities.OpportunityObject;
import io.hemai.opportunities.OpportunityStatus;
import io.hemai.products.ExchangeRateObject;
import io.hemai.records.Bin;
import io.hemai.records.Records;
import io.hemai.records.Row;
import io.hemai.records.ValueContexts;
import io.hemai.records.Values;
import io.hemai.records.store.DerivedWriter;
import io.hemai.tenancy.Tenant;
import io.hemai.tenancy.Tenants;
import io.hemai.testing.Company;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestClock;
import io.hemai.timeline.ActivityObject;
import io.micrometer.core.instrument.MeterRegistry;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@HemaiTest
class RollUpTests {
    private static final Duration FRESH = Duration.ofSeconds(2);

    @Autowired
    Tenants tenants;

    @Autowired
    Records records;

    @Autowired
    Bin bin;

    @Autowired
    Reconcile reconcile;

    @Autowired
    NightlyReconcile nightly;

    @Autowired
    MeterRegistry meters;

    @Autowired
    TestClock clock;

    @Autowired
    DerivedWriter derived;

    @Autowired
    ValueContexts contexts;

    @Autowired
    AccountObject account;

    @Autowired
    OpportunityObject opportunity;

    @Autowired
    ExchangeRateObject rate;

    @Autowired
    ActivityObject activity;

    private Company company;

    @BeforeEach
    void makeCompany() {
        company = Company.in(tenants);
    }

    private RecordId account(String name) {
        return company.call(() -> records.create(account, Values.of(account.name, name)));
    }

    private RecordId deal(RecordId of, String amount) {
        return company.call(() -> records.create(
                opportunity,
                Values.of(opportunity.name, "一单")
                        .set(opportunity.account, of)
                        .set(opportunity.stage, "proposal")
                        .set(opportunity.amount, yuan(amount))));
    }

    private static Money yuan(String amount) {
        return Money.of(amount, "CNY");
    }

    private Row read(RecordId id) {
        return company.call(() -> records.read(account, id));
    }

    /** Waits as long as a roll-up may take. */
    private <T> void soon(RecordId id, Field<T> field, @Nullable T expected) {
        Instant deadline = Instant.now().plus(FRESH);
        while (!Objects.equals(read(id).value(field), expected) && Instant.now().isBefore(deadline)) {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        assertThat(read(id).value(field)).isEqualTo(expected);
    }

    /** The deal's own amount stays the same; what it is worth does not. */
    @Test
    void anotherDayOfClosingCountsAtItsRate() {
        company.run(() -> List.of("7", "8")
                .forEach(worth -> records.create(
                        rate,
                        Values.of(rate.currency, "NOK")
                                .set(rate.validFrom, LocalDate.of(worth.equals("7") ? 2020 : 2021, 1, 1))
                                .set(rate.rate, new BigDecimal(worth)))));
        RecordId one = account("出口");
        RecordId deal = company.call(() -> records.create(
                opportunity,
                Values.of(opportunity.name, "一单")
                        .set(opportunity.account, one)
                        .set(opportunity.amount, Money.of("10", "NOK"))
                        .set(opportunity.closeDate, LocalDate.of(2020, 6, 30))
                        .set(opportunity.status, OpportunityStatus.WON)
                        .set(opportunity.stage, "won")));
        soon(one, account.wonAmount, yuan("70"));

        company.run(
                () -> records.update(opportunity, deal, Values.of(opportunity.closeDate, LocalDate.of(2021, 6, 30))));

        soon(one, account.wonAmount, yuan("80"));
    }

    @Test
    void anAccountShowsTheWorthOfItsDealsWithinTwoSeconds() {
        RecordId one = account("甲方");
        RecordId first = deal(one, "100");
        deal(one, "20.5");
        soon(one, account.openAmount, yuan("120.50"));

        company.run(() -> records.update(
                opportunity,
                first,
                Values.of(opportunity.status, OpportunityStatus.WON).set(opportunity.stage, "won")));
        soon(one, account.openAmount, yuan("20.50"));
        soon(one, account.wonAmount, yuan("100"));
    }

    @Test
    void aMovedDealLeavesItsFormerAccount() {
        RecordId from = account("原主");
        RecordId to = account("新主");
        RecordId moved = deal(from, "7");
        soon(from, account.openAmount, yuan("7"));
        company.run(() -> records.update(opportunity, moved, Values.of(opportunity.account, to)));
        soon(to, account.openAmount, yuan("7"));
        soon(from, account.openAmount, yuan("0"));
    }

    @Test
    void aDeletedDealNoLongerCountsAndARestoredOneDoes() {
        RecordId of = account("删单");
        RecordId deleted = deal(of, "9");
        soon(of, account.openAmount, yuan("9"));
        company.run(() -> records.delete(opportunity, deleted));
        soon(of, account.openAmount, yuan("0"));
        company.run(() -> bin.restore("opportunity", deleted));
        soon(of, account.openAmount, yuan("9"));
    }

    @Test
    void theLastActivityIsTheLatestOne() {
        RecordId of = account("拜访");
        Instant early = Instant.parse("2026-03-01T08:00:00Z");
        for (Instant at : List.of(early.plusSeconds(60), early)) {
            company.run(() -> records.create(
                    activity,
                    Values.of(activity.subject, "拜访")
                            .set(activity.happenedAt, at)
                            .set(activity.account, of)));
        }
        soon(of, account.lastActivityAt, early.plusSeconds(60));
    }

    @Test
    void aRollUpIsNoChangeOfTheRecord() {
        RecordId of = account("不变");
        Row before = read(of);
        deal(of, "5");
        soon(of, account.openAmount, yuan("5"));
        assertThat(read(of).version()).isEqualTo(before.version());
        assertThat(read(of).value(CommonFields.UPDATED_AT)).isEqualTo(before.value(CommonFields.UPDATED_AT));
    }

    @Test
    void reconcilingFindsAndCorrectsWhatIsWrong() {
        RecordId of = account("错账");
        deal(of, "30");
        soon(of, account.openAmount, yuan("30"));
        falsify(of);
        assertThat(company.call(reconcile::run))
                .filteredOn(d -> d.record().equals(of))
                .containsExactly(new Reconcile.Difference("account", of, "open_amount", yuan("31"), yuan("30")));
        assertThat(read(of).value(account.openAmount)).isEqualTo(yuan("30"));
        assertThat(company.call(reconcile::run)).isEmpty();
    }

    @Test
    void everyNightOneNodeChecksOnce() {
        RecordId of = account("夜里查账");
        deal(of, "30");
        soon(of, account.openAmount, yuan("30"));
        Tenant tenant = tenants.require(new TenantId("company"));
        double before = differences();
        nightly.check(tenant);
        falsify(of);

        assertThat(nightly.check(tenant)).as("the same night").isFalse();
        assertThat(read(of).value(account.openAmount)).isEqualTo(yuan("31"));
        clock.advance(Duration.ofDays(1));
        assertThat(nightly.check(tenant)).as("the next night").isTrue();

        assertThat(read(of).value(account.openAmount)).isEqualTo(yuan("30"));
        assertThat(differences()).isGreaterThan(before);
    }

    private double differences() {
        return meters.counter("hemai.rollup.differences").count();
    }

    private void falsify(RecordId of) {
        company.run(() -> records.together(() -> {
            derived.write(
                    records.type(account),
                    List.of(account.openAmount),
                    Map.of(of, Collections.singletonList(yuan("31"))),
                    contexts.current());
            return true;
        }));
    }
}
