package io.hemai.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hemai.kernel.ErrorCode;
import io.hemai.kernel.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hours as people write them. */
class HoursTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "09:00-12:00, 13:00-18:00 | 09:00-12:00, 13:00-18:00",
                "13:00–18:00;9:00 - 12:00 | 09:00-12:00, 13:00-18:00",
                "９：００－１２：００、１３：３０～１８：００ | 09:00-12:00, 13:30-18:00",
                "9:00至12:00 13:00到18:00 | 09:00-12:00, 13:00-18:00",
                "22:00-6:00 | 22:00-06:00",
                "0:00-24:00 | 00:00-24:00",
                "18:00-0:00 | 18:00-24:00",
                "09:00-12:00, 12:00-18:00 | 09:00-12:00, 12:00-18:00"
            })
    void theyAreKeptOneWay(String written, String kept) {
        assertThat(Hours.read(written).text()).isEqualTo(kept);
        assertThat(Hours.read(kept).text()).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ",",
                "nine to five",
                "9-18",
                "09:00",
                "25:00-26:00",
                "09:60-10:00",
                "09:00-09:00",
                "24:00-08:00"
            })
    void whatIsNoneIsRefused(String written) {
        assertRefused(written, CalendarError.UNREADABLE_HOURS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"09:00-12:00, 11:59-18:00", "22:00-06:00, 23:00-23:30"})
    void soAreTimesThatOverlap(String written) {
        assertRefused(written, CalendarError.OVERLAPPING_HOURS);
    }

    private static void assertRefused(String written, ErrorCode code) {
        assertThatThrownBy(() -> Hours.read(written))
                .isInstanceOfSatisfying(
                        Refusal.class, refused -> assertThat(refused.code()).isEqualTo(code));
    }

    @Test
    void nothingIsADayOff() {
        assertThat(Hours.read(null).isNone()).isTrue();
    }
}
