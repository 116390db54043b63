package io.hemai.metadata.fieldtype;

import io.hemai.metadata.FieldType;
import io.hemai.metadata.MetadataError;
import java.math.BigDecimal;
import java.util.List;

class DecimalTypeTests extends FieldTypeContract<BigDecimal> {
    @Override
    FieldType<BigDecimal> type() {
        return new DecimalType(3);
    }

    @Override
    List<Example> taken() {
        return List.of(
                of("15", "15.000"),
                of(1.5, "1.500"),
                of("-0.25", "-0.250"),
                of(new BigDecimal("1E+3"), "1000.000"),
                of(new BigDecimal("0e-999999999"), "0.000"));
    }

    @Override
    List<Example> takenCells() {
        return List.of(
                of("1,234.5", "1234.500"),
                of("¥1200", "1200.000"),
                of("(35.00)", "-35.000"),
                of("−3", "-3.000"),
                of(".5", "0.500"),
                of("80元", "80.000"),
                of("1.5 万", "15000.000"),
                of("(1,200万元)", "-12000000.000"),
                of("0.00001234亿", "1234.000"));
    }

    @Override
    List<Example> refused() {
        return List.of(
                of("1.2345", MetadataError.TOO_PRECISE),
                of("1e5", MetadataError.NOT_A_NUMBER),
                of("12,5", MetadataError.NOT_A_NUMBER),
                of("NaN", MetadataError.NOT_A_NUMBER),
                of("9".repeat(22), MetadataError.OUT_OF_RANGE),
                of(Double.POSITIVE_INFINITY, MetadataError.NOT_A_NUMBER),
                of(new BigDecimal("100e2147483645"), MetadataError.OUT_OF_RANGE),
                of("٣", MetadataError.NOT_A_NUMBER));
    }
}
