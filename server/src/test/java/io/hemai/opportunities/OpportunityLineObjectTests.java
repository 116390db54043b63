package io.hemai.opportunities;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hemai.kernel.Money;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.StandardObject;
import io.hemai.products.ProductObject;
import io.hemai.records.Bin;
import io.hemai.records.Change;
import io.hemai.records.Row;
import io.hemai.records.StandardObjectContract;
import io.hemai.records.Values;
import io.hemai.records.WriteOptions;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class OpportunityLineObjectTests extends StandardObjectContract {
    @Autowired
    Bin bin;

    @Autowired
    CloseWon closeWon;

    @Autowired
    OpportunityLineObject line;

    @Autowired
    OpportunityObject opportunity;

    @Autowired
    ProductObject product;

    @Override
    protected StandardObject object() {
        return line;
    }

    @Override
    protected Values example() {
        return line(deal(), "3", "99.99", "12.5");
    }

    private RecordId deal() {
        return records.create(opportunity, Values.of(opportunity.name, "检测线"));
    }

    private Values line(RecordId deal, String quantity, String price, String discount) {
        return Values.of(line.opportunity, deal)
                .set(line.name, "传感器")
                .set(line.quantity, new BigDecimal(quantity).setScale(4))
                .set(line.unitPrice, Money.of(price, "CNY"))
                .set(line.discount, new BigDecimal(discount).setScale(2));
    }

    private Money amount(RecordId deal) {
        return company.call(() -> records.read(opportunity, deal)).require(opportunity.amount);
    }

    @Test
    void aLineIsRoundedHalfUpOnce() {
        RecordId id = company.call(() -> records.create(line, line(deal(), "3", "33.35", "10")));
        // 3 × 33.35 × 0.9 = 90.045
        assertThat(company.call(() -> records.read(line, id)).value(line.total)).isEqualTo(Money.of("90.05", "CNY"));
    }

    @Test
    void nameUnitAndPriceComeFromTheProduct() {
        RecordId sold = company.call(() -> records.create(
                product,
                Values.of(product.name, "GTX Pro")
                        .set(product.unit, "piece")
                        .set(product.listPrice, Money.of("4821", "CNY"))));
        RecordId id = company.call(
                () -> records.create(line, Values.of(line.opportunity, deal()).set(line.product, sold)));
        Row row = company.call(() -> records.read(line, id));
        assertThat(row.value(line.name)).isEqualTo("GTX Pro");
        assertThat(row.value(line.total)).isEqualTo(Money.of("4821", "CNY"));
    }

    @Test
    void theAmountOfADealIsTheSumOfItsLinesWhateverHappensToThem() {
        Random random = new Random(20261);
        RecordId deal = company.call(this::deal);
        List<RecordId> lines = new ArrayList<>();
        List<BigDecimal> totals = new ArrayList<>();
        Map<RecordId, BigDecimal> inBin = new LinkedHashMap<>();
        for (int i = 0; i < 60; i++) {
            BigDecimal quantity = BigDecimal.valueOf(random.nextInt(1, 100_000), 2);
            BigDecimal price = BigDecimal.valueOf(random.nextInt(0, 10_000_000), 2);
            BigDecimal discount = BigDecimal.valueOf(random.nextInt(0, 10_001), 2);
            BigDecimal total = total(quantity, price, discount);
            Values values = line(deal, quantity.toString(), price.toString(), discount.toString());
            int at = lines.isEmpty() ? 0 : random.nextInt(lines.size());
            switch (lines.size() > 3 ? random.nextInt(inBin.isEmpty() ? 3 : 4) : 0) {
                case 0 -> {
                    lines.add(company.call(() -> records.create(line, values)));
                    totals.add(total);
                }
                case 1 -> {
                    values.byField().remove("opportunity");
                    company.run(() -> records.update(line, lines.get(at), values));
                    totals.set(at, total);
                }
                case 2 -> {
                    RecordId gone = lines.remove(at);
                    inBin.put(gone, totals.remove(at));
                    company.run(() -> records.delete(line, gone));
                }
                default -> {
                    RecordId back = inBin.keySet().iterator().next();
                    lines.add(back);
                    totals.add(inBin.remove(back));
                    company.run(() -> bin.restore(line.name(), back));
                }
            }
            assertThat(amount(deal).amount())
                    .isEqualByComparingTo(totals.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
        }
    }

    private static BigDecimal total(BigDecimal quantity, BigDecimal price, BigDecimal discount) {
        return quantity.multiply(price)
                .multiply(BigDecimal.valueOf(100).subtract(discount))
                .divide(BigDecimal.valueOf(100), 2, RoundingMode.HALF_UP);
    }

    @Test
    void linesAddedAtTheSameMomentAllCount() throws Exception {
        RecordId deal = company.call(this::deal);
        try (ExecutorService people = Executors.newVirtualThreadPerTaskExecutor()) {
            CompletableFuture.allOf(IntStream.range(0, 8)
                            .mapToObj(i -> CompletableFuture.runAsync(
                                    () -> company.run(() -> records.create(line, line(deal, "1", "10", "0"))), people))
                            .toArray(CompletableFuture[]::new))
                    .get();
        }
        assertThat(amount(deal)).isEqualTo(Money.of("80", "CNY"));
    }

    @Test
    void theAmountOfADealWithLinesIsNotWritten() {
        RecordId deal = company.call(this::deal);
        company.run(() -> records.create(line, line(deal, "1", "10", "0")));
        assertThatThrownBy(() -> company.run(() -> records.write(
                        records.type(opportunity),
                        List.of(Change.update(records.type(opportunity), deal, null, Map.of("amount", "99"), false)),
                        WriteOptions.USUAL)))
                .hasMessage("opportunity.amount_from_lines");
    }

    @Test
    void aDealWithLinesIsWonForTheirSumAlone() {
        RecordId deal = company.call(this::deal);
        company.run(() -> records.create(line, line(deal, "1", "10", "0")));
        assertThatThrownBy(() -> company.run(
                        () -> closeWon.run(records.read(opportunity, deal), new CloseWon.Input("99", null, null))))
                .isInstanceOfSatisfying(
                        io.hemai.kernel.Refusal.class,
                        refused -> assertThat(refused.problems())
                                .extracting(io.hemai.kernel.Problem::field)
                                .containsExactly("amount"))
                .hasMessage("opportunity.amount_from_lines");
        company.run(() -> closeWon.run(records.read(opportunity, deal), new CloseWon.Input("10.00", null, null)));
        assertThat(amount(deal)).isEqualTo(Money.of("10", "CNY"));
    }

    @Test
    void impossibleLinesAreRefusedWithEverythingThatIsWrong() {
        assertThatThrownBy(() -> company.call(() -> records.create(line, line(deal(), "1", "-1", "101"))))
                .isInstanceOfSatisfying(
                        io.hemai.kernel.Refusal.class,
                        refused -> assertThat(refused.problems())
                                .extracting(p -> p.code().code())
                                .contains("value.too_small", "value.too_large"));
    }

    @Test
    void ofNothingThereIsNoLine() {
        assertThatThrownBy(() -> company.call(() -> records.create(line, line(deal(), "0", "1", "0"))))
                .hasMessage("opportunity_line.quantity_positive");
    }

    @Test
    void allLinesAreInOneCurrency() {
        RecordId deal = company.call(this::deal);
        company.run(() -> records.create(line, line(deal, "1", "10", "0")));
        Values dollars =
                Values.of(line.opportunity, deal).set(line.name, "传感器").set(line.unitPrice, Money.of("10", "USD"));
        assertThatThrownBy(() -> company.run(() -> records.create(line, dollars)))
                .hasMessage("opportunity_line.mixed_currencies");
    }

    @Test
    void linesThatGoAndComeBackWithTheirDealLeaveItAlone() {
        RecordId deal = company.call(this::deal);
        company.run(() -> records.create(line, line(deal, "1", "10", "0")));
        long version = company.call(() -> records.read(opportunity, deal)).version();
        company.run(() -> records.delete(opportunity, deal));
        company.run(() -> bin.restore(opportunity.name(), deal));
        assertThat(amount(deal)).isEqualTo(Money.of("10", "CNY"));
        assertThat(company.call(() -> records.read(opportunity, deal)).version())
                .isEqualTo(version + 1);
    }

    @Test
    void linesGoWithTheirDeal() {
        RecordId deal = company.call(this::deal);
        RecordId id = company.call(() -> records.create(line, line(deal, "1", "10", "0")));
        company.run(() -> records.delete(opportunity, deal));
        assertThat(company.call(() -> records.rows(line.name(), List.of(id)))).isEmpty();
    }
}
