package io.hemai.metadata.custom;

import static io.hemai.metadata.custom.Company.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.testing.HemaiTest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** How many fields an object takes, and how many people may add them at once. */
@HemaiTest
class CustomFieldLimitsTests {
    @Autowired
    Company.Tools tools;

    @Test
    void threeHundredFieldsAllFilledFitARow() {
        Company one = new Company(tools);
        String object = one.addObject("wide");
        int room = 300 - one.object(object).fields().size();
        List<String> types = List.of("text", "integer", "date", "email", "boolean", "percent");
        for (int i = 0; i < room; i++) {
            one.addField(object, "f" + i, types.get(i % types.size()));
        }
        assertThat(refused(() -> one.addField(object, "more", "text"))).containsExactly("meta.too_many_fields");

        Map<String, Object> all = new LinkedHashMap<>(Map.of("name", "满"));
        IntStream.range(0, room)
                .forEach(i -> all.put(
                        "c_f" + i,
                        switch (i % types.size()) {
                            // text of 24 bytes is the longest that PostgreSQL never stores outside of the row
                            case 0 -> "%023d".formatted(i);
                            case 1 -> 9_000_000_000_000_000L + i;
                            case 2 -> "2026-02-03";
                            case 3 -> "somebody" + i + "@example.com";
                            case 4 -> true;
                            default -> "12345678.91";
                        }));
        RecordId record = one.create(object, all);
        assertThat(one.value(object, record, "c_f0")).isEqualTo("%023d".formatted(0));
    }

    @Test
    void rowsThatWouldNotFitAPageAreRefusedBeforehand() {
        Company one = new Company(tools);
        String object = one.addObject("dear");
        List<String> problems = List.of();
        int made = 0;
        while (problems.isEmpty() && made < 299) {
            int next = made;
            try {
                one.addField(object, "m" + next, "money");
                made++;
            } catch (Refusal refusal) {
                problems = refusal.problems().stream().map(p -> p.code().code()).toList();
            }
        }
        assertThat(problems).containsExactly("meta.too_wide");
        Map<String, Object> all = new LinkedHashMap<>(Map.of("name", "满"));
        IntStream.range(0, made).forEach(i -> all.put("c_m" + i, "12345678901234567.91"));
        one.create(object, all);
    }

    @Test
    void parallelAddersEachGetTheirField() throws Exception {
        Company one = new Company(tools);
        try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
            List<Callable<String>> adders = IntStream.range(0, 8)
                    .<Callable<String>>mapToObj(i -> () -> one.addField("sample", "p" + i, "text"))
                    .toList();
            for (Future<String> added : threads.invokeAll(adders)) {
                assertThat(one.field("sample", added.get())).isNotNull();
            }
            List<Callable<Boolean>> same = IntStream.range(0, 4)
                    .<Callable<Boolean>>mapToObj(i -> () -> {
                        try {
                            one.addField("sample", "same", "text");
                            return true;
                        } catch (Refusal taken) {
                            return false;
                        }
                    })
                    .toList();
            int won = 0;
            for (Future<Boolean> added : threads.invokeAll(same)) {
                won += added.get() ? 1 : 0;
            }
            assertThat(won).isEqualTo(1);
        }
    }
}
