package io.hemai.opportunities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hemai.accounts.AccountObject;
import io.hemai.kernel.Money;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.StandardObject;
import io.hemai.records.Change;
import io.hemai.records.Query;
import io.hemai.records.Row;
import io.hemai.records.Sort;
import io.hemai.records.StandardObjectContract;
import io.hemai.records.Values;
import io.hemai.records.WriteOptions;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class OpportunityObjectTests extends StandardObjectContract {
    @Autowired
    OpportunityObject opportunity;

    @Autowired
    AccountObject account;

    @Autowired
    StageHistoryObject history;

    @Autowired
    MoveStage moveStage;

    @Autowired
    CloseWon closeWon;

    @Autowired
    CloseLost closeLost;

    @Autowired
    Reopen reopen;

    @Override
    protected StandardObject object() {
        return opportunity;
    }

    @Override
    protected Values example() {
        return Values.of(opportunity.name, "检测线改造")
                .set(opportunity.account, records.create(account, Values.of(account.name, "华东精密")))
                .set(opportunity.amount, Money.of("200000.00", "CNY"))
                .set(opportunity.stage, "proposal")
                .set(opportunity.closeDate, LocalDate.of(2026, 12, 31))
                .set(opportunity.source, "referral");
    }

    private RecordId deal() {
        return company.call(() -> records.create(
                opportunity,
                Values.of(opportunity.name, "检测线改造")
                        .set(opportunity.amount, Money.of("1000", "CNY"))
                        .set(opportunity.closeDate, LocalDate.of(2026, 1, 31))));
    }

    private Row read(RecordId id) {
        return company.call(() -> records.read(opportunity, id));
    }

    private void asked(RecordId id, Map<String, @Nullable Object> json) {
        company.run(() -> records.write(
                records.type(opportunity),
                List.of(Change.update(records.type(opportunity), id, null, json, false)),
                WriteOptions.USUAL));
    }

    private List<Row> moves(RecordId id) {
        return company.call(() ->
                records.list(Query.of(history).where(history.opportunity.is(id)).sort(Sort.by(history.enteredAt))));
    }

    @Test
    void aNewDealBeginsInTheFirstStage() {
        Row row = read(deal());
        assertThat(row.value(opportunity.pipeline)).isEqualTo("default");
        assertThat(row.value(opportunity.stage)).isEqualTo("initial_contact");
        assertThat(row.value(opportunity.status)).isEqualTo(OpportunityStatus.OPEN);
        assertThat(row.require(opportunity.probability)).isEqualByComparingTo("10");
        assertThat(row.value(opportunity.forecastCategory)).isEqualTo(ForecastCategory.PIPELINE);
        assertThat(row.value(opportunity.weightedAmount)).isEqualTo(Money.of("100", "CNY"));
        assertThat(row.value(opportunity.stageEnteredAt)).isNotNull();
        assertThat(row.value(opportunity.closedAt)).isNull();
    }

    @Test
    void writingTheStageMovesTheDealLikeTheVerb() {
        RecordId written = deal();
        asked(written, Map.of("stage", "won"));
        RecordId moved = deal();
        company.run(() -> moveStage.run(records.read(opportunity, moved), new MoveStage.Input("won", null, null)));
        for (RecordId id : List.of(written, moved)) {
            Row row = read(id);
            assertThat(row.value(opportunity.status)).isEqualTo(OpportunityStatus.WON);
            assertThat(row.require(opportunity.probability)).isEqualByComparingTo("100");
            assertThat(row.value(opportunity.forecastCategory)).isEqualTo(ForecastCategory.CLOSED);
            assertThat(row.value(opportunity.closedAt)).isNotNull();
            assertThat(moves(id)).extracting(m -> m.value(history.stage)).containsExactly("initial_contact", "won");
            assertThat(moves(id).getLast().value(history.fromStage)).isEqualTo("initial_contact");
        }
    }

    @Test
    void aLostDealSaysWhy() {
        RecordId id = deal();
        assertThatThrownBy(() -> asked(id, Map.of("stage", "lost"))).hasMessage("opportunity.loss_reason_required");
        assertThatThrownBy(() -> company.run(
                        () -> closeLost.run(records.read(opportunity, id), new CloseLost.Input(null, null))))
                .hasMessage("opportunity.loss_reason_required");
        company.run(() -> closeLost.run(records.read(opportunity, id), new CloseLost.Input("price", "太贵")));
        Row row = read(id);
        assertThat(row.value(opportunity.status)).isEqualTo(OpportunityStatus.LOST);
        assertThat(row.value(opportunity.lossReason)).isEqualTo("price");
        assertThat(row.require(opportunity.probability)).isEqualByComparingTo("0");
    }

    @Test
    void winningMaySayHowMuchAndWhen() {
        RecordId id = company.call(() -> records.create(opportunity, Values.of(opportunity.name, "还没有金额")));
        LocalDate day = LocalDate.of(2026, 1, 31);
        company.run(() -> closeWon.run(records.read(opportunity, id), new CloseWon.Input("1200", day, null)));
        assertThat(read(id).value(opportunity.status)).isEqualTo(OpportunityStatus.WON);
        assertThat(read(id).value(opportunity.amount)).isEqualTo(Money.of("1200.00", "CNY"));
        assertThat(read(id).value(opportunity.closeDate)).isEqualTo(day);
    }

    @Test
    void aClosedDealIsClosedOnceAndMayBeReopened() {
        RecordId id = deal();
        company.run(() -> closeWon.run(records.read(opportunity, id), new CloseWon.Input(null, null, null)));
        assertThatThrownBy(() -> company.run(
                        () -> closeWon.run(records.read(opportunity, id), new CloseWon.Input(null, null, null))))
                .hasMessage("opportunity.already_closed");
        assertThatThrownBy(() -> company.run(() -> reopen.run(records.read(opportunity, id), new Reopen.Input("lost"))))
                .hasMessage("opportunity.stage_is_closed");
        company.run(() -> reopen.run(records.read(opportunity, id), new Reopen.Input("negotiation")));
        Row row = read(id);
        assertThat(row.value(opportunity.status)).isEqualTo(OpportunityStatus.OPEN);
        assertThat(row.value(opportunity.closedAt)).isNull();
        assertThat(row.require(opportunity.probability)).isEqualByComparingTo("70");
        assertThatThrownBy(() -> company.run(() -> reopen.run(records.read(opportunity, id), new Reopen.Input(null))))
                .hasMessage("opportunity.not_closed");
    }

    @Test
    void whatSomebodyKnowsBetterAboutAnOpenDealStands() {
        RecordId id = deal();
        asked(id, Map.of("stage", "proposal", "probability", "65"));
        assertThat(read(id).require(opportunity.probability)).isEqualByComparingTo("65");
        asked(id, Map.of("stage", "won", "probability", "65"));
        assertThat(read(id).require(opportunity.probability)).isEqualByComparingTo("100");
        assertThatThrownBy(() -> asked(id, Map.of("probability", "101"))).hasMessage("value.too_large");
    }

    @Test
    void aStageMustBeOneOfThePipeline() {
        RecordId id = deal();
        assertThatThrownBy(() -> asked(id, Map.of("stage", "dreaming"))).hasMessage("opportunity.unknown_stage");
        assertThatThrownBy(() -> asked(id, Map.of("pipeline", "other"))).hasMessage("opportunity.unknown_pipeline");
        assertThatThrownBy(() -> asked(id, Map.of("status", "won"))).hasMessage("record.read_only");
        asked(id, Map.of("stage", "商务谈判"));
        assertThat(read(id).value(opportunity.stage)).isEqualTo("negotiation");
    }

    @Test
    void anAdministratorsImportKeepsThePast() {
        Instant closed = Instant.parse("2017-03-01T00:00:00Z");
        RecordId id = company.call(() -> {
            Change change = Change.create(
                    records.type(opportunity),
                    Map.of("name", "1C1I7A6R", "stage", "lost", "closed_at", closed.toString()),
                    false);
            records.write(records.type(opportunity), List.of(change), WriteOptions.USUAL.bringingPast());
            return change.id();
        });
        assertThat(read(id).value(opportunity.closedAt)).isEqualTo(closed);
        assertThat(read(id).value(opportunity.status)).isEqualTo(OpportunityStatus.LOST);
    }

    @Test
    void aDealWithDealsKeepsItsAccount() {
        RecordId deal = company.call(() -> records.create(opportunity, example()));
        RecordId of = read(deal).require(opportunity.account);
        assertThatThrownBy(() -> company.run(() -> records.delete(account, of))).hasMessage("record.linked");
        assertThat(read(deal).require(opportunity.amount).amount()).isEqualByComparingTo(new BigDecimal("200000"));
    }
}
