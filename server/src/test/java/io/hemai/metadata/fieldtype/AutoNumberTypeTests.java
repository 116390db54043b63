package io.hemai.metadata.fieldtype;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hemai.kernel.Refusal;
import io.hemai.metadata.FieldType;
import io.hemai.metadata.MetadataError;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AutoNumberTypeTests extends FieldTypeContract<String> {
    @Override
    FieldType<String> type() {
        return new AutoNumberType("CT-{yyyy}-{0000}");
    }

    @Override
    List<Example> taken() {
        return List.of(of("CT-2026-0001", "CT-2026-0001"));
    }

    @Override
    List<Example> takenCells() {
        return List.of(of(" OLD/17 ", "OLD/17"));
    }

    @Override
    List<Example> refused() {
        return List.of(of("x".repeat(61), MetadataError.TOO_LONG));
    }

    @Test
    void numbersBeginAnewWithTheirYear() {
        AutoNumberType type = new AutoNumberType("CT-{yyyy}-{0000}");
        assertThat(type.counter(LocalDate.of(2026, 12, 31))).isEqualTo("CT-2026-{0000}");
        assertThat(type.number(LocalDate.of(2026, 12, 31), 7)).isEqualTo("CT-2026-0007");
        assertThat(type.number(LocalDate.of(2027, 1, 1), 12_345)).isEqualTo("CT-2027-12345");
        assertThat(new AutoNumberType("{yy}{MM}{dd}$1-{000}").number(LocalDate.of(2026, 3, 4), 5))
                .isEqualTo("260304$1-005");
    }

    @Test
    void numberThatIsBroughtTellsItsCount() {
        AutoNumberType type = new AutoNumberType("CT-{yyyy}-{0000}/A");
        LocalDate day = LocalDate.of(2026, 3, 4);
        assertThat(type.count(day, "CT-2026-0017/A")).isEqualTo(17);
        for (String other : List.of("CT-2025-0017/A", "CT-2026-/A", "CT-2026-x/A", "0017", "CT-2026-0017", "")) {
            assertThat(type.count(day, other)).as(other).isZero();
        }
    }

    @Test
    void formatNeedsOnePlaceForTheCount() {
        for (String format : List.of("", "CT", "{0}{0}", "{yyy}-{0}", "{0", "x".repeat(50) + "{0}", "\n{0}")) {
            assertThatThrownBy(() -> type().configured(Map.of("format", format)))
                    .as(format)
                    .isInstanceOf(Refusal.class);
        }
    }
}
