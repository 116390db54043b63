package io.hemai.metadata.fieldtype;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.kernel.Op;
import io.hemai.metadata.Coerced;
import io.hemai.metadata.FieldType;
import io.hemai.metadata.MetadataError;
import java.util.List;
import org.junit.jupiter.api.Test;

class RegionTypeTests extends FieldTypeContract<String> {
    @Override
    FieldType<String> type() {
        return new RegionType(true);
    }

    @Override
    List<Example> taken() {
        return List.of(
                of("330100", "330100"),
                of("浙江省杭州市", "330100"),
                of("Zhejiang", "330000"),
                of("California", "California"));
    }

    @Override
    List<Example> takenCells() {
        return List.of(of("上海", "310000"));
    }

    @Override
    List<Example> refused() {
        return List.of(of(33, MetadataError.WRONG_TYPE));
    }

    @Test
    void closedOneTakesRegionsOnly() {
        assertThat(new RegionType().coerce("California", HERE))
                .isEqualTo(Coerced.bad(MetadataError.UNKNOWN_REGION, "California"));
    }

    @Test
    void whatBeginsWithARegionLiesWithinIt() {
        assertThat(type().operand(Op.STARTS_WITH, "330000", HERE)).isEqualTo(Coerced.good("33"));
        assertThat(type().operand(Op.STARTS_WITH, "浙江省杭州市", HERE)).isEqualTo(Coerced.good("3301"));
        assertThat(type().operand(Op.EQ, "330000", HERE)).isEqualTo(Coerced.good("330000"));
    }

    @Test
    void labelsAreInTheReadersLanguage() {
        assertThat(type().text("330100", Contexts.SHANGHAI)).isEqualTo("浙江省杭州市");
        assertThat(type().text("330100", Contexts.LONDON)).isEqualTo("Hangzhou, Zhejiang");
    }
}
