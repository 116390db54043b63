package io.hemai.shaping;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What stands in the columns after many writes of every kind is what a simple reckoning makes of the other fields. */
class FormulaReferenceTests extends FormulaCompany {
    private static final int WRITES = 300;
    private static final List<String> FIELDS_READ = List.of("name", "size", "ratio", "flag");

    private final Random random = new Random(20_261_128);
    private final List<String> ids = new ArrayList<>();
    private int changes = 1;

    @Test
    void valuesAreThoseOfASimpleReckoning() {
        added("base", "size * ratio + 1");
        added("half", "c_base / 2");
        added("word", "IF(c_half > 10, name & \"+\", IF(flag, \"flag\", BLANK))");
        added("long", "LEN(c_word) > 3 ");
        for (int n = 0; n < WRITES; n++) {
            write(n);
        }
        awaitReady();
        List<JsonNode> all = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = admin.get(RECORDS + "?limit=200" + (next.isEmpty() ? "" : "&after=" + next))
                    .expect(200)
                    .body();
            page.at("/items").forEach(all::add);
            next = page.at("/next").isNull() ? "" : page.at("/next").asString();
        } while (!next.isEmpty());
        assertThat(all).hasSizeGreaterThan(WRITES / 3);
        all.forEach(this::check);
    }

    private void write(int n) {
        switch (ids.isEmpty() ? 0 : random.nextInt(10)) {
            case 0, 1, 2, 3 -> ids.add(sample(values()));
            case 4, 5, 6, 7 -> change(RECORDS + "/" + any(), values()).expect(200);
            case 8 -> batch();
            default -> {
                if (n % 3 == 0) {
                    awaitReady();
                    changes++;
                    admin.patch(FIELDS + "/c_base", Map.of("formula", "size * ratio + " + changes))
                            .expect(200);
                } else {
                    binned();
                }
            }
        }
    }

    private void batch() {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            rows.add(named(values()));
        }
        admin.post(RECORDS + "/batch", Map.of("create", rows))
                .expect(200)
                .at("/results")
                .forEach(result -> ids.add(result.at("/id").asString()));
    }

    private void binned() {
        String path = RECORDS + "/" + any();
        admin.header("If-Match", admin.get(path).expect(200).header("ETag"));
        admin.delete(path).expect(204);
        admin.without("If-Match");
        admin.post(path + "/restore", Map.of()).expect(200);
    }

    private String any() {
        return ids.get(random.nextInt(ids.size()));
    }

    private static Map<String, Object> named(Map<String, Object> values) {
        values.putIfAbsent("name", "a sample");
        return values;
    }

    private Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>();
        for (String field : FIELDS_READ) {
            if (random.nextInt(3) > 0) {
                values.put(
                        field,
                        switch (field) {
                            case "name" -> "n".repeat(1 + random.nextInt(4));
                            case "size" -> random.nextInt(40) - 10;
                            case "ratio" ->
                                BigDecimal.valueOf(random.nextInt(1_000), 2).toPlainString();
                            default -> random.nextBoolean();
                        });
            }
        }
        return values;
    }

    private void check(JsonNode record) {
        BigDecimal size = number(record, "/size");
        BigDecimal ratio = number(record, "/ratio");
        BigDecimal base = size == null || ratio == null
                ? null
                : size.multiply(ratio).add(BigDecimal.valueOf(changes)).setScale(2, RoundingMode.HALF_UP);
        BigDecimal half = base == null ? null : base.divide(BigDecimal.TWO, 2, RoundingMode.HALF_UP);
        String word = half != null && half.compareTo(BigDecimal.TEN) > 0
                ? record.at("/name").asString() + "+"
                : record.at("/flag").asBoolean(false) ? "flag" : null;
        String as = record.toString();
        assertThat(number(record, "/c_base")).as(as).isEqualTo(base);
        assertThat(number(record, "/c_half")).as(as).isEqualTo(half);
        assertThat(record.at("/c_word").isNull() ? null : record.at("/c_word").asString())
                .as(as)
                .isEqualTo(word);
        assertThat(record.at("/c_long").asBoolean()).as(as).isEqualTo(word != null && word.length() > 3);
    }

    private static @Nullable BigDecimal number(JsonNode record, String path) {
        JsonNode value = record.at(path);
        return value.isNull() || value.isMissingNode() ? null : new BigDecimal(value.asString());
    }
}
