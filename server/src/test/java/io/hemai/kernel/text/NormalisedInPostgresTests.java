package io.hemai.kernel.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.database.DatabaseAddress;
import io.hemai.testing.TestPostgres;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Java and PostgreSQL must agree about equal text, or a filter and its index would disagree. */
class NormalisedInPostgresTests {
    private static Connection connection;

    @BeforeAll
    static void start() throws SQLException {
        DatabaseAddress address = TestPostgres.address();
        connection = DriverManager.getConnection(address.url(), address.user(), address.password());
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE FUNCTION pg_temp.normalised(value text) RETURNS text IMMUTABLE STRICT PARALLEL SAFE"
                            + " LANGUAGE plpgsql AS $$" + Normalised.SQL_FUNCTION_BODY + "$$");
            statement.execute("CREATE TEMP TABLE company (name text)");
            statement.execute("CREATE INDEX ON company ((" + Normalised.SQL_EXPRESSION.formatted("name") + "))");
            statement.execute("CREATE INDEX ON company (pg_temp.normalised(name))");
        }
    }

    @AfterAll
    static void stop() throws SQLException {
        connection.close();
    }

    @Test
    void agreesOnEveryCharacterOfUnicode() throws SQLException {
        List<String> texts = new ArrayList<>();
        for (int c = 1; c <= Character.MAX_CODE_POINT; c++) {
            if (Character.isDefined(c) && (c < Character.MIN_SURROGATE || c > Character.MAX_SURROGATE)) {
                texts.add("A" + Character.toString(c) + " b");
            }
        }
        assertThat(texts).hasSizeGreaterThan(280_000);
        assertAgreement(texts);
    }

    @Test
    void agreesOnMixedText() throws SQLException {
        Random random = new Random(11);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            StringBuilder text = new StringBuilder();
            random.ints(6, 1, random.nextBoolean() ? 0x80 : 0x3400).forEach(text::appendCodePoint);
            texts.add(text.toString());
        }
        assertAgreement(texts);
    }

    private static void assertAgreement(List<String> texts) throws SQLException {
        String sql = "SELECT t, " + Normalised.SQL_EXPRESSION.formatted("t")
                + ", pg_temp.normalised(t) FROM unnest(?::text[]) WITH ORDINALITY AS u(t, n) ORDER BY n";
        List<String> differences = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            Array array = connection.createArrayOf("text", texts.toArray());
            statement.setArray(1, array);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    String expected = Normalised.of(rows.getString(1));
                    if (!expected.equals(rows.getString(2)) || !expected.equals(rows.getString(3))) {
                        differences.add(describe(rows.getString(1), expected, rows.getString(2), rows.getString(3)));
                    }
                }
            }
        }
        assertThat(differences).isEmpty();
    }

    private static String describe(String... texts) {
        return String.join(
                " / ",
                List.of(texts).stream()
                        .map(text -> text.codePoints()
                                .mapToObj(Integer::toHexString)
                                .toList()
                                .toString())
                        .toList());
    }
}
