package io.hemai.metadata.custom;

import static io.hemai.metadata.custom.Company.refused;
import static io.hemai.metadata.custom.Company.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.metadata.Trait;
import io.hemai.testing.HemaiTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Choices of a company's own that say how far a record has come. */
@HemaiTest
class PhaseFieldTests {
    @Autowired
    Company.Tools tools;

    @Autowired
    DSLContext db;

    @Test
    void choiceSaysHowFarARecordHasCome() throws Exception {
        Company one = new Company(tools);
        Map<String, Object> steps =
                Map.of("name", "steps", "type", "choice", "label", Map.of("en", "Steps"), "choices", List.of("a", "b"));
        String name = one.addField("sample", with(with(steps, "indexed", true), "phase", true));
        assertThat(one.field("sample", name).has(Trait.PHASE)).isTrue();
        assertThat(indexesOf(one, name)).containsExactly("(c_steps, updated_at, id)");

        one.changeField("sample", name, Map.of("phase", false));
        await(() -> built(one, name) && indexesOf(one, name).equals(List.of("(c_steps, id)")));
        one.changeField("sample", name, Map.of("phase", true));
        await(() -> built(one, name) && indexesOf(one, name).equals(List.of("(c_steps, updated_at, id)")));

        Map<String, Object> many = with(with(steps, "name", "many"), "type", "multi_choice");
        assertThat(refused(() -> one.addField("sample", with(many, "phase", true))))
                .containsExactly("phase meta.no_phase");
        assertThat(refused(() -> one.changeField("sample", "source", Map.of("phase", true))))
                .containsExactly("phase meta.fixed");
    }

    private boolean built(Company one, String name) {
        return tools.fields().statuses(one.tenant(), "sample").stream()
                .noneMatch(f -> f.name().equals(name) && f.state() == FieldState.BUILDING);
    }

    /** What the indexes of a field are over. */
    private List<String> indexesOf(Company one, String name) {
        return db.fetch(
                        "select substring(indexdef from '\\(.*') from pg_indexes where schemaname = ? and indexdef like ?",
                        one.tenant().schema(),
                        "%(" + name + "%")
                .getValues(0, String.class);
    }

    private static void await(java.util.function.BooleanSupplier done) throws InterruptedException {
        Instant deadline = Instant.now().plus(Duration.ofSeconds(30));
        while (!done.getAsBoolean()) {
            assertThat(Instant.now()).isBefore(deadline);
            Thread.sleep(50);
        }
    }
}
