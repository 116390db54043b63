package io.hemai.records.transfer.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SurveyTests {
    @TempDir
    private Path folder;

    private static ColumnProfile profile(String... values) {
        return ColumnProfile.of(0, "column", List.of(values));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            value = {
                "7927b2df-8bba-4d29-b9a2-b6e0beafe620 ~ 2a272436-5132-4136-86fa-dcc88c88f482 ~ UUID",
                "li@example.cn ~ wang.wu@mail.example.com ~ EMAIL",
                "https://example.cn/a ~ www.example.com ~ URL",
                "是 ~ 否 ~ BOOLEAN",
                "0 ~ 1 ~ BOOLEAN",
                "1 ~ 1 ~ INTEGER",
                "2024-03-01 ~ 2024/3/2 ~ DATE",
                "2024年3月1日 ~ 2024-03-01 ~ DATE",
                "2024-03-01 10:00 ~ 2024-03-02 ~ DATE_TIME",
                "13800138000 ~ +86 139 1234 5678 ~ PHONE",
                "010-62345678 ~ 400-820-8820 ~ PHONE",
                "12 ~ -7 ~ INTEGER",
                "12 ~ 2.5 ~ DECIMAL",
                "15% ~ 7.5% ~ PERCENT",
                "'¥1,200.00' ~ 88 ~ MONEY",
                "12.5万 ~ 300元 ~ MONEY",
                "云帆科技 ~ 明德教育 ~ TEXT",
                "'' ~ ' ' ~ EMPTY"
            })
    void guessesWhatAColumnHolds(String one, String other, ColumnKind kind) {
        assertThat(profile(one, other, "").kind()).isEqualTo(kind);
    }

    @Test
    void listsTheChoicesOfARepeatingColumn() {
        ColumnProfile stages = profile("Won", "Lost", "Won", "Engaging", "Won", "Lost", "", "Engaging");
        assertThat(stages.kind()).isEqualTo(ColumnKind.CHOICE);
        assertThat(stages.choices())
                .containsExactly(Map.entry("Won", 3), Map.entry("Lost", 2), Map.entry("Engaging", 2));
        assertThat(stages)
                .extracting(ColumnProfile::seen, ColumnProfile::filled, ColumnProfile::distinct, ColumnProfile::samples)
                .containsExactly(8, 7, 3, List.of("Won", "Lost", "Engaging"));
    }

    @Test
    void countsWhatDoesNotFit() {
        String[] values = new String[20];
        Arrays.fill(values, "5");
        values[3] = "n/a";
        assertThat(profile(values))
                .extracting(ColumnProfile::kind, ColumnProfile::misfits)
                .containsExactly(ColumnKind.INTEGER, 1);
    }

    @Test
    void oneValueProvesTheOrderOfDayAndMonth() {
        DateStyles dates = profile("3/4/2016", "10/20/2016", "5/6/2016").dates();
        assertThat(dates.counts()).containsExactly(Map.entry(DateStyle.SLASH_MDY, 3));
        assertThat(dates.ambiguous()).isFalse();
        assertThat(dates.mixed()).isFalse();
    }

    @Test
    void saysWhenNothingProvesTheOrder() {
        DateStyles dates = profile("3/4/2016", "5/6/2016").dates();
        assertThat(dates.ambiguous()).isTrue();
        assertThat(dates.alternatives()).containsExactly(DateStyle.SLASH_DMY);
    }

    @Test
    void namesEveryStyleOfAMixedColumn() {
        DateStyles dates =
                profile("2016-10-20", "2016-10-21", "20.10.2016", "2016年10月20日").dates();
        assertThat(dates.counts())
                .containsOnly(
                        Map.entry(DateStyle.ISO, 2), Map.entry(DateStyle.DOT_DMY, 1), Map.entry(DateStyle.CHINESE, 1));
        assertThat(dates.mixed()).isTrue();
        assertThat(dates.ambiguous()).isFalse();
    }

    @Test
    void contradictingProofsLeaveTheUndecidedValuesOpen() {
        DateStyles dates =
                profile("10/20/2016", "10/21/2016", "20/10/2016", "3/4/2016").dates();
        assertThat(dates.counts())
                .containsExactly(Map.entry(DateStyle.SLASH_MDY, 3), Map.entry(DateStyle.SLASH_DMY, 1));
        assertThat(dates.ambiguous()).isTrue();
    }

    @Test
    void readsDaysWithTimesAndRefusesImpossibleOnes() {
        assertThat(DateStyle.SLASH_MDY.parse("2/29/2024 1:05 PM")).contains(LocalDateTime.of(2024, 2, 29, 13, 5));
        assertThat(DateStyle.ISO.parse("2024-03-01T10:00:00.123+08:00"))
                .contains(OffsetDateTime.parse("2024-03-01T10:00:00+08:00"));
        assertThat(DateStyle.NAMED_DMY.parse("1-Mar-2024")).contains(LocalDate.of(2024, 3, 1));
        assertThat(DateStyle.SLASH_MDY_SHORT.parse("10/20/16")).contains(LocalDate.of(2016, 10, 20));
        assertThat(DateStyle.ISO.parse("2023-02-29")).isEmpty();
        assertThat(DateStyle.ISO.parse("2023-02-28 25:00")).isEmpty();
        assertThat(DateStyle.ofPattern("d.M.yyyy")).isEqualTo(Optional.of(DateStyle.DOT_DMY));
    }

    @Test
    void seesTheWholeFileWhileKeepingASample() throws IOException {
        StringBuilder text = new StringBuilder("n,kind\n");
        for (int i = 0; i < 30_000; i++) {
            text.append(i).append(i < 29_000 ? ",early\n" : ",late\n");
        }
        text.append("lonely\n");
        try (TableFile file = TableFile.open(Given.csv(folder, text.toString()), "x.csv")) {
            Survey survey = Survey.of(file.table());
            assertThat(survey.rows()).isEqualTo(30_001);
            assertThat(survey.broken()).isEqualTo(Map.of(FileError.ROW_TOO_SHORT, 1L));
            assertThat(survey.columns().get(1).choices()).containsOnlyKeys("early", "late");
            assertThat(survey.columns().get(1).seen()).isBetween(4_000, 6_000);
        }
    }
}
