package io.hemai.formula;

import static io.hemai.formula.Sample.said;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What formulas give, one line for each case: the formula, then its value. */
class ValueTests {
    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '\u0001', textBlock = """
                    1 + 2 * 3 ~ 7
                    (1 + 2) * 3 ~ 9
                    2 ^ 3 ^ 2 ~ 64
                    -2 ^ 2 ~ 4
                    -(2 ^ 2) ~ -4
                    - -3 ~ 3
                    +3 ~ 3
                    10 - 3 - 2 ~ 5
                    8 / 2 / 2 ~ 2
                    0.1 + 0.2 ~ 0.3
                    1 / 3 ~ 0.3333333333333333333333333333333333
                    2 / 3 ~ 0.6666666666666666666666666666666667
                    2 ^ -1 ~ 0.5
                    .5 * 2 ~ 1
                    score + no_score ~ blank
                    -no_score ~ blank
                    score * no_score ~ blank
                    score / 0 ~ blank [DIVISION_BY_ZERO]
                    0 ^ -1 ~ blank [DIVISION_BY_ZERO]
                    2 ^ 0.5 ~ blank [EXPONENT]
                    "a" & 1.50 & TRUE ~ a1.5TRUE
                    name & no_name & "!" ~ Acme 合脉!
                    no_name & "" ~ blank
                    created_at & "" ~ 2026-02-01 00:30
                    amount & "" ~ 1200.00 CNY
                    "say ""hi""\" ~ say "hi"
                    （1 ＋ 2）× ３ ~ 9
                    IF（score ≥ 7， “大”， “小”） ~ 大
                    ＬＥＮ（“a"b”） ~ 3
                    account.owner.name ~ Li
                    account。name ~ Acme
                    """)
    void operators(String formula, String value) {
        assertThat(said(formula)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '\u0001', textBlock = """
                    1 = 1.0 ~ TRUE
                    1 <> 2 ~ TRUE
                    1 != 1 ~ FALSE
                    2 > 1 ~ TRUE
                    2 >= 2 ~ TRUE
                    1 < 1 ~ FALSE
                    1 <= 1 ~ TRUE
                    "ABC" = "ａbc" ~ TRUE
                    stage = "won" ~ TRUE
                    stage <> "lost" ~ TRUE
                    stage = UPPER("won") ~ FALSE
                    name = stage ~ FALSE
                    owner = account.owner ~ TRUE
                    close_date = DATE(2026, 1, 31) ~ TRUE
                    close_date < TODAY() ~ TRUE
                    created_at < NOW() ~ TRUE
                    no_score = BLANK ~ TRUE
                    no_score = "" ~ TRUE
                    score = BLANK ~ FALSE
                    score <> BLANK ~ TRUE
                    no_score = 0 ~ FALSE
                    no_score <> 0 ~ TRUE
                    no_score < 1 ~ FALSE
                    no_score >= 1 ~ FALSE
                    no_score <= no_score ~ FALSE
                    no_score = no_score ~ TRUE
                    NOT(no_score > 1) ~ TRUE
                    tags = BLANK ~ FALSE
                    1 / 0 > 1 ~ FALSE [DIVISION_BY_ZERO]
                    """)
    void comparisons(String formula, String value) {
        assertThat(said(formula)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '\u0001', textBlock = """
                    IF(active, "yes", "no") ~ yes
                    if(no_flag, "yes", "no") ~ no
                    IF(no_flag, 1) ~ blank
                    IF(TRUE, 1, 1 / 0) ~ 1
                    CASE(stage, "won", 1, "lost", 0, 0.5) ~ 1
                    SWITCH(stage, "new", 1, "lost", 0, 0.5) ~ 0.5
                    CASE(stage, "new", 1) ~ blank
                    CASE(stage, "new", 1, "won", 2) ~ 2
                    CASE(no_score, BLANK, "none", 1, "one") ~ none
                    AND(TRUE, active) ~ TRUE
                    AND(TRUE, no_flag) ~ FALSE
                    OR(FALSE, active) ~ TRUE
                    OR(FALSE, no_flag) ~ FALSE
                    NOT(no_flag) ~ TRUE
                    ISBLANK(no_name) ~ TRUE
                    ISBLANK(name) ~ FALSE
                    ISBLANK(1 / 0) ~ TRUE
                    COALESCE(no_score, 3) ~ 3
                    COALESCE(score, 1 / 0) ~ 7
                    COALESCE(1 / 0, 3) ~ 3
                    COALESCE(no_score, 1 / 0) ~ blank [DIVISION_BY_ZERO]
                    """)
    void logic(String formula, String value) {
        assertThat(said(formula)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '\u0001', textBlock = """
                    ABS(-3) ~ 3
                    ABS(no_score) ~ blank
                    ROUND(2.5) ~ 3
                    ROUND(-2.5) ~ -3
                    ROUND(1.235, 2) ~ 1.24
                    ROUND(1250, -2) ~ 1300
                    FLOOR(-1.5) ~ -2
                    FLOOR(17, 5) ~ 15
                    FLOOR(17, 0) ~ blank [DIVISION_BY_ZERO]
                    CEILING(1.1) ~ 2
                    CEILING(16, 5) ~ 20
                    MOD(7, 3) ~ 1
                    MOD(-7, 3) ~ 2
                    MOD(7, -3) ~ -2
                    MOD(7, 0) ~ blank [DIVISION_BY_ZERO]
                    MIN(3, no_score, 2) ~ 2
                    MAX(3, no_score, 2) ~ 3
                    MAX(no_score) ~ blank
                    MAX(close_date, DATE(2026, 2, 1)) ~ 2026-02-01
                    POWER(2, 10) ~ 1024
                    POWER(2, no_score) ~ blank
                    NUMBER(" -12.5 ") ~ -12.5
                    VALUE("x") ~ blank [NOT_A_NUMBER]
                    NUMBER("1e9") ~ blank [NOT_A_NUMBER]
                    NUMBER("") ~ blank
                    NUMBER(amount) ~ 1200
                    MONEY(1.005, "CNY") ~ 1.01 CNY
                    MONEY(1, "XYZ") ~ blank [UNKNOWN_CURRENCY]
                    """)
    void numbers(String formula, String value) {
        assertThat(said(formula)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '\u0001', textBlock = """
                    LEN("合脉𠮷") ~ 3
                    LEN(no_name) ~ 0
                    LEFT("𠮷abc", 2) ~ 𠮷a
                    LEFT("abc", 9) ~ abc
                    LEFT("abc", -1) ~ blank
                    LEFT(no_name, 2) ~ blank
                    RIGHT("abc", 2) ~ bc
                    RIGHT("abc", 9) ~ abc
                    MID("abcdef", 2, 3) ~ bcd
                    MID("abc", 9, 1) ~ blank
                    MID("abc", 0, 2) ~ a
                    UPPER("abc") ~ ABC
                    LOWER("ABC") ~ abc
                    UPPER(no_name) ~ blank
                    TRIM("  a b ") ~ a b
                    CONTAINS(name, "acme") ~ TRUE
                    CONTAINS(name, "") ~ FALSE
                    CONTAINS(no_name, "a") ~ FALSE
                    CONTAINS(tags, "vip") ~ TRUE
                    CONTAINS(tags, "new") ~ FALSE
                    STARTS_WITH(name, "AC") ~ TRUE
                    STARTS_WITH(no_name, "a") ~ FALSE
                    ENDS_WITH(name, "脉") ~ TRUE
                    ENDS_WITH(name, "x") ~ FALSE
                    REPLACE("a-b-c", "-", "+") ~ a+b+c
                    SUBSTITUTE("a-b-c", "-", "") ~ abc
                    REPLACE("abc", "", "x") ~ abc
                    REPLACE(no_name, "a", "x") ~ blank
                    TEXT(1.50) ~ 1.5
                    TEXT(close_date) ~ 2026-01-31
                    TEXT(created_at) ~ 2026-02-01 00:30
                    TEXT(stage) ~ won
                    TEXT(tags) ~ vip
                    TEXT(no_score) ~ blank
                    """)
    void texts(String formula, String value) {
        assertThat(said(formula)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '\u0001', textBlock = """
                    DATE(2024, 2, 29) ~ 2024-02-29
                    DATE(2025, 2, 29) ~ blank [NO_SUCH_DATE]
                    DATE(12345, 1, 1) ~ blank [BEYOND_CALENDAR]
                    DATE(no_score, 1, 1) ~ blank
                    DATEVALUE("2026-01-31") ~ 2026-01-31
                    DATEVALUE("31.1.2026") ~ blank [NOT_A_DATE]
                    DATEVALUE(created_at) ~ 2026-02-01
                    YEAR(close_date) ~ 2026
                    MONTH(created_at) ~ 2
                    DAY(close_date) ~ 31
                    DAY(no_date) ~ blank
                    WEEKDAY(DATE(2026, 2, 1)) ~ 1
                    WEEKDAY(DATE(2026, 2, 1), 2) ~ 7
                    WEEKDAY(close_date, 3) ~ blank [WEEKDAY_COUNT]
                    ADD_DAYS(close_date, 1) ~ 2026-02-01
                    ADD_DAYS(created_at, -1) ~ 2026-01-31 00:30
                    ADD_DAYS(close_date, 10 ^ 9) ~ blank [BEYOND_CALENDAR]
                    ADD_DAYS(created_at, 10 ^ 30) ~ blank [BEYOND_CALENDAR]
                    ADD_MONTHS(close_date, 1) ~ 2026-02-28
                    ADD_MONTHS(no_date, 1) ~ blank
                    DAYS_BETWEEN(close_date, DATE(2026, 3, 1)) ~ 29
                    DAYS_BETWEEN(close_date, created_at) ~ 1
                    close_date + 1 ~ 2026-02-01
                    close_date - 1 ~ 2026-01-30
                    TODAY() - close_date ~ 60
                    TODAY() ~ 2026-04-01
                    NOW() ~ 2026-04-01 01:00
                    """)
    void dates(String formula, String value) {
        assertThat(said(formula)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '\u0001', textBlock = """
                    amount + amount ~ 2400.00 CNY
                    amount - MONEY(0.01, "CNY") ~ 1199.99 CNY
                    amount * 1.1 ~ 1320.00 CNY
                    0.1 * amount ~ 120.00 CNY
                    amount / 7 ~ 171.43 CNY
                    amount / amount ~ 1
                    -amount ~ -1200.00 CNY
                    amount + no_amount ~ blank
                    amount + dollars ~ blank [MIXED_CURRENCIES]
                    amount > dollars ~ FALSE [MIXED_CURRENCIES]
                    amount = dollars ~ FALSE [MIXED_CURRENCIES]
                    MAX(amount, dollars) ~ blank [MIXED_CURRENCIES]
                    amount > 1000 ~ TRUE
                    1000 < amount ~ TRUE
                    amount = 1200 ~ TRUE
                    amount / 0 ~ blank [DIVISION_BY_ZERO]
                    ROUND(amount / 7, 0) ~ 171.00 CNY
                    COALESCE(no_amount, MONEY(0, "CNY")) ~ 0.00 CNY
                    """)
    void money(String formula, String value) {
        assertThat(said(formula)).isEqualTo(value);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', quoteCharacter = '\u0001', textBlock = """
                    SUM(lines.amount) ~ 60.00 CNY
                    SUM(lines.amount, lines.active) ~ 40.00 CNY
                    SUM(lines.price * lines.quantity) ~ 80
                    SUM(account.lines.price) ~ 60
                    COUNT(lines) ~ 3
                    COUNT(lines, lines.price > 10) ~ 2
                    COUNT(lines.quantity) ~ 2
                    COUNT(lines, lines.owner = owner) ~ 2
                    COUNT(contacts) ~ 0
                    AVG(lines.price) ~ 20
                    AVERAGE(lines.quantity) ~ 2.5
                    MIN(lines.due) ~ 2026-01-10
                    MAX(lines.due, NOT(lines.active)) ~ 2026-01-20
                    MAX(SUM(lines.price), 100) ~ 100
                    MAX(ABS(lines.price)) ~ 30
                    MAX(MIN(lines.price), 15) ~ 15
                    SUM(MAX(lines.price, 15)) ~ 65
                    SUM(lines.price, MIN(lines.price, 15) = 15) ~ 50
                    EXISTS(lines) ~ TRUE
                    EXISTS(contacts) ~ FALSE
                    ANY(lines, lines.price > 29) ~ TRUE
                    EXISTS(lines.price > 30) ~ FALSE
                    SUM(lines.price, FALSE) ~ blank
                    SUM(lines.price / 0) ~ blank [DIVISION_BY_ZERO]
                    MAX(IF(lines.active, amount, dollars)) ~ blank [MIXED_CURRENCIES]
                    SUM(IF(lines.active, amount, dollars)) ~ blank [MIXED_CURRENCIES]
                    """)
    void aggregates(String formula, String value) {
        assertThat(said(formula)).isEqualTo(value);
    }
}
