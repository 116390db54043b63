package io.hemai.metadata.fieldtype;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.metadata.FieldType;
import io.hemai.metadata.MetadataError;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class DatetimeTypeTests extends FieldTypeContract<Instant> {
    @Override
    FieldType<Instant> type() {
        return new DatetimeType();
    }

    @Override
    List<Example> taken() {
        return List.of(
                of("2026-01-31T14:30:00+08:00", "2026-01-31T06:30:00Z"),
                of("2026-01-31T14:30Z", "2026-01-31T14:30:00Z"));
    }

    @Override
    List<Example> takenCells() {
        return List.of(
                of("2026-01-31 14:30", "2026-01-31T06:30:00Z"),
                of("2026/1/31 2:30 PM", "2026-01-31T06:30:00Z"),
                of("2026-01-31 14:30:00 +0800", "2026-01-31T06:30:00Z"),
                of("2026-01-31", "2026-01-30T16:00:00Z"),
                of("2026年1月31日 14:30:15.123456789", "2026-01-31T06:30:15.123456Z"),
                of("10/20/2016 8:05", "2016-10-20T00:05:00Z"));
    }

    @Override
    List<Example> refused() {
        return List.of(
                of("2026-01-31T14:30:00", MetadataError.NO_OFFSET),
                of("2026-01-31", MetadataError.NO_OFFSET),
                of("tomorrow", MetadataError.NOT_A_DATE),
                of(Instant.MAX, MetadataError.NOT_A_DATE),
                of("+999999999-12-31T23:59:59Z", MetadataError.NOT_A_DATE),
                of(1_700_000_000L, MetadataError.WRONG_TYPE));
    }

    @Test
    void readersSeeTheirOwnHour() {
        Instant moment = Instant.parse("2026-01-31T06:30:00Z");
        assertThat(type().text(moment, Contexts.SHANGHAI)).isEqualTo("2026-01-31 14:30:00");
        assertThat(type().text(moment, Contexts.LONDON)).isEqualTo("2026-01-31 06:30:00");
    }

    @Test
    void columnMaySayHowItsTimesAreWritten() {
        assertThat(good(type().read("31.01.2026 14h30", "dd.MM.yyyy HH'h'mm", HERE), "31.01."))
                .isEqualTo(Instant.parse("2026-01-31T06:30:00Z"));
    }
}
