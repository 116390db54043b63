package io.hemai.opportunities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.records.Query;
import io.hemai.records.Records;
import io.hemai.records.Values;
import io.hemai.tenancy.Tenants;
import io.hemai.testing.Company;
import io.hemai.testing.HemaiTest;
import java.math.BigDecimal;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who takes a stage away and who enters it do not pass each other by. */
@HemaiTest
class StageRacesTests {
    /** For how long the first of two keeps its transaction open while the second one comes. */
    private static final int OPEN_MILLIS = 300;

    @Autowired
    Tenants tenants;

    @Autowired
    Records records;

    @Autowired
    PipelineObject pipeline;

    @Autowired
    StageObject stage;

    @Autowired
    OpportunityObject opportunity;

    private Company company;
    private String code;
    private RecordId leaving;

    @BeforeEach
    void aPipelineOfTwoStages() {
        company = Company.in(tenants);
        code = RecordId.next().toString();
        RecordId way = company.call(
                () -> records.create(pipeline, Values.of(pipeline.name, code).set(pipeline.code, code)));
        company.run(() -> records.create(stage, stage(way, "one", 1)));
        leaving = company.call(() -> records.create(stage, stage(way, "two", 2)));
    }

    private Values stage(RecordId way, String of, long position) {
        return Values.of(stage.pipeline, way)
                .set(stage.name, of)
                .set(stage.code, of)
                .set(stage.position, position)
                .set(stage.probability, BigDecimal.TEN);
    }

    private RecordId deal(String in) {
        return records.create(
                opportunity,
                Values.of(opportunity.name, "设备采购")
                        .set(opportunity.pipeline, code)
                        .set(opportunity.stage, in));
    }

    /** Does the second while the transaction of the first is open. */
    private void meeting(Runnable first, Runnable second) throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        CompletableFuture<?> open = CompletableFuture.runAsync(() -> together(() -> {
            first.run();
            done.countDown();
            pause();
            return true;
        }));
        assertThat(done.await(30, TimeUnit.SECONDS)).isTrue();
        try {
            company.run(second);
        } finally {
            open.get(30, TimeUnit.SECONDS);
        }
    }

    private void together(Supplier<Boolean> work) {
        company.run(() -> records.together(work));
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(OPEN_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void aStageThatADealIsJustEnteringStays() {
        assertThatThrownBy(() -> meeting(() -> deal("two"), () -> records.delete(stage, leaving)))
                .isInstanceOf(Refusal.class)
                .hasMessage("stage.in_use");
    }

    @Test
    void aStageThatADealIsJustMovedToKeepsItsMeaning() {
        RecordId deal = company.call(() -> deal("one"));
        assertThatThrownBy(() -> meeting(
                        () -> records.update(opportunity, deal, Values.of(opportunity.stage, "two")),
                        () -> records.update(stage, leaving, Values.of(stage.status, OpportunityStatus.WON))))
                .isInstanceOf(Refusal.class)
                .hasMessage("stage.in_use");
    }

    @Test
    void noDealEntersAStageThatIsJustGoing() {
        assertThatThrownBy(() -> meeting(() -> records.delete(stage, leaving), () -> deal("two")))
                .isInstanceOf(Refusal.class)
                .hasMessage("opportunity.unknown_stage");
    }

    @Test
    void aDealIsWhatItsStageHasJustBecome() throws Exception {
        meeting(
                () -> records.update(stage, leaving, Values.of(stage.status, OpportunityStatus.WON)),
                () -> deal("two"));
        assertThat(company.call(() -> records.find(Query.of(opportunity).where(opportunity.pipeline.is(code)))))
                .get()
                .extracting(row -> row.value(opportunity.status))
                .isEqualTo(OpportunityStatus.WON);
    }

    @Test
    void manyEnterStagesAtOnce() throws Exception {
        meeting(() -> deal("two"), () -> {
            long begun = System.nanoTime();
            deal("two");
            assertThat(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun)).isLessThan(OPEN_MILLIS);
        });
    }
}
