package io.hemai.metadata.fieldtype;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.kernel.Money;
import io.hemai.metadata.Coerced;
import io.hemai.metadata.FieldType;
import io.hemai.metadata.MetadataError;
import java.util.List;
import org.junit.jupiter.api.Test;

class MoneyTypeTests extends FieldTypeContract<Money> {
    @Override
    FieldType<Money> type() {
        return new MoneyType();
    }

    @Override
    List<Example> taken() {
        return List.of(
                of(map("amount", "1200", "currency", "CNY"), map("amount", "1200.00", "currency", "CNY")),
                of("99.5", map("amount", "99.50", "currency", "CNY")),
                of(map("amount", 3, "currency", "JPY"), map("amount", "3", "currency", "JPY")),
                of(map("amount", null), null),
                of(map("amount", "1.234", "currency", "KWD"), map("amount", "1.234", "currency", "KWD")));
    }

    @Override
    List<Example> takenCells() {
        return List.of(
                of("¥1,200.00", map("amount", "1200.00", "currency", "CNY")),
                of("USD 1,200", map("amount", "1200.00", "currency", "USD")),
                of("1200 eur", map("amount", "1200.00", "currency", "EUR")),
                of("$5", map("amount", "5.00", "currency", "USD")),
                of("800元", map("amount", "800.00", "currency", "CNY")),
                of("120万", map("amount", "1200000.00", "currency", "CNY")),
                of("￥1.5億", map("amount", "150000000.00", "currency", "CNY")),
                of("USD 12萬", map("amount", "120000.00", "currency", "USD")),
                of("7", map("amount", "7.00", "currency", "CNY")));
    }

    @Override
    List<Example> refused() {
        return List.of(
                of(map("amount", "1", "currency", "XXY"), MetadataError.UNKNOWN_CURRENCY),
                of("1.005", MetadataError.TOO_PRECISE),
                of(map("amount", "1.5", "currency", "JPY"), MetadataError.TOO_PRECISE),
                of(map("amount", "1", "currency", 5), MetadataError.WRONG_TYPE),
                of("much", MetadataError.NOT_A_NUMBER));
    }

    @Test
    void columnMaySayItsCurrency() {
        assertThat(good(type().read("1200", "USD", HERE), "1200")).isEqualTo(Money.of("1200", "USD"));
        assertThat(good(type().read("¥1200", "USD", HERE), "1200")).isEqualTo(Money.of("1200", "CNY"));
    }

    @Test
    void wordsAreNoCurrencies() {
        for (String word : List.of("abc", "n/a", "abc def", "万", "x万")) {
            assertThat(type().read(word, null, HERE))
                    .as(word)
                    .isInstanceOfSatisfying(
                            Coerced.Bad.class, bad -> assertThat(bad.code()).isEqualTo(MetadataError.NOT_A_NUMBER));
        }
        assertThat(type().read("12 abc", null, HERE))
                .isInstanceOfSatisfying(
                        Coerced.Bad.class, bad -> assertThat(bad.code()).isEqualTo(MetadataError.UNKNOWN_CURRENCY));
    }

    @Test
    void alsoKeptInBaseCurrency() {
        assertThat(type().store(Money.of("2", "USD"), HERE)[2]).hasToString("14.00");
    }
}
