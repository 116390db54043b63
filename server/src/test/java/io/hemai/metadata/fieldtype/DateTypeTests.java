package io.hemai.metadata.fieldtype;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.metadata.Coerced;
import io.hemai.metadata.FieldType;
import io.hemai.metadata.MetadataError;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class DateTypeTests extends FieldTypeContract<LocalDate> {
    @Override
    FieldType<LocalDate> type() {
        return new DateType();
    }

    @Override
    List<Example> taken() {
        return List.of(of("2026-01-31", "2026-01-31"), of("0001-01-01", "0001-01-01"));
    }

    @Override
    List<Example> takenCells() {
        return List.of(
                of("2026/1/31", "2026-01-31"),
                of("2026年1月31日", "2026-01-31"),
                of("20260131", "2026-01-31"),
                of("10/20/2016", "2016-10-20"),
                of("20.10.2016", "2016-10-20"),
                of("3/3/2017", "2017-03-03"),
                of("2026-01-31 00:00:00", "2026-01-31"),
                of("２０２６－１－３１", "2026-01-31"),
                of("2024-02-29T08:30", "2024-02-29"));
    }

    @Override
    List<Example> refused() {
        return List.of(
                of("2026-02-30", MetadataError.NOT_A_DATE),
                of("31.01.2026", MetadataError.NOT_A_DATE),
                of("+10000-01-01", MetadataError.NOT_A_DATE),
                of("0000-01-01", MetadataError.NOT_A_DATE),
                of(20260131, MetadataError.WRONG_TYPE));
    }

    @Test
    void dayThatCanBeReadInTwoWaysIsRefused() {
        assertThat(type().read("3/4/2017", null, HERE))
                .isEqualTo(Coerced.bad(
                        MetadataError.AMBIGUOUS_DATE, "3/4/2017", LocalDate.of(2017, 3, 4), LocalDate.of(2017, 4, 3)));
        assertThat(good(type().read("3/4/2017", "d/M/yyyy", HERE), "3/4/2017")).isEqualTo(LocalDate.of(2017, 4, 3));
    }

    @Test
    void formatThatIsNoneIsAProblemOfTheCell() {
        for (String format : List.of("[", "QQQQQQQQQ", "{", "HH", "x".repeat(100))) {
            assertThat(type().read("2026-01-31", format, HERE)).as(format).isInstanceOf(Coerced.Bad.class);
        }
    }
}
