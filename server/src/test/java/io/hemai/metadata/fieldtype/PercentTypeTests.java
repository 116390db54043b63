package io.hemai.metadata.fieldtype;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.metadata.FieldType;
import io.hemai.metadata.MetadataError;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

class PercentTypeTests extends FieldTypeContract<BigDecimal> {
    @Override
    FieldType<BigDecimal> type() {
        return new PercentType(1);
    }

    @Override
    List<Example> taken() {
        return List.of(of("15", "15"), of("12.5", "12.5"), of(10, "10"), of("0.0", "0"), of("-3", "-3"));
    }

    @Override
    List<Example> takenCells() {
        return List.of(of("15%", "15"), of("15", "15"), of("１５％", "15"), of("0.5", "0.5"));
    }

    @Override
    List<Example> refused() {
        return List.of(of("12.55", MetadataError.TOO_PRECISE), of("15%", MetadataError.NOT_A_NUMBER));
    }

    @Test
    void fractionsAreSaidToBeFractions() {
        assertThat(good(type().read("0.15", PercentType.FRACTION, HERE), "0.15"))
                .isEqualByComparingTo("15");
        assertThat(good(type().read("15%", PercentType.FRACTION, HERE), "15%")).isEqualByComparingTo("15");
    }
}
