package io.hemai.processes;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.access.PeopleSource;
import io.hemai.access.Rights;
import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.kernel.Problem;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectType;
import io.hemai.records.Matcher;
import io.hemai.records.Matches;
import io.hemai.records.Row;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Random processes say of random moves what a naive reading of their definitions says. */
@HemaiTest
class RandomProcessesTests {
    private static final int PROCESSES = 2_000;
    private static final int MOVES = 8;
    private static final List<String> VALUES =
            List.of("initial_contact", "needs_analysis", "proposal", "negotiation", "contract_review", "won", "lost");
    private static final RecordId OWNER = RecordId.next();
    private static final List<String> FIELDS = List.of("next_step", "description", "close_note");

    @Autowired
    TestTenants tenants;

    @Autowired
    ProcessPlans plans;

    @Autowired
    Gates gates;

    @Autowired
    PeopleSource people;

    @Autowired
    Matcher matcher;

    @Autowired
    Metadata metadata;

    private final long seed = new Random().nextLong();
    private final Random random = new Random(seed);
    private int stopped;
    private int passed;

    @Test
    void nothingDiffersFromANaiveReading() {
        TestTenant company = tenants.fresh();
        company.person("mover", "sales");
        company.run(() -> {
            ObjectType type = metadata.current().require("opportunity");
            for (int i = 0; i < PROCESSES; i++) {
                compare(type, definition());
            }
        });
        assertThat(stopped).as("moves that were stopped").isGreaterThan(PROCESSES);
        assertThat(passed).as("moves that passed").isGreaterThan(PROCESSES);
    }

    private void compare(ObjectType type, Map<String, Object> definition) {
        Acting.run(new SystemIdentity("test", "test"), () -> {
            RecordId id = RecordId.next();
            LiveProcess process =
                    new LiveProcess(id, "deals", type.name(), plans.live(id, "deals", type, "stage", definition));
            NaiveProcess naive = new NaiveProcess(definition);
            for (int i = 0; i < MOVES; i++) {
                compare(type, process, naive, definition);
            }
        });
    }

    private void compare(ObjectType type, LiveProcess process, NaiveProcess naive, Map<String, Object> definition) {
        String from = random.nextInt(8) == 0 ? null : pick(VALUES);
        String to = pick(VALUES);
        if (to.equals(from)) {
            return;
        }
        Map<String, @Nullable Object> values = new HashMap<>();
        FIELDS.forEach(field -> values.put(field, random.nextInt(3) == 0 ? null : pick(List.of("a", "b"))));
        Set<String> ticked = new HashSet<>();
        process.plan().gates().stream()
                .flatMap(gate -> gate.checklist().stream())
                .filter(item -> random.nextInt(3) > 0)
                .forEach(item -> ticked.add(item.key()));
        boolean owner = random.nextBoolean();
        NaiveProcess.Case asked = new NaiveProcess.Case(from, to, values, ticked, owner);

        Row row = row(type, to, values);
        Matches matches = matcher.among(type, List.of(row));
        Gates.Move move =
                new Gates.Move(process, from, to, row, row, filter -> matches.matches(row.id(), filter), ticked, null);
        Mover mover = new Mover(owner ? OWNER : RecordId.next(), List.of(), Rights.full(), people);
        Set<String> found = gates.problems(move, mover).stream()
                .map(RandomProcessesTests::told)
                .collect(Collectors.toSet());

        assertThat(found).as("seed %s: %s of %s", seed, asked, definition).isEqualTo(naive.problems(asked));
        if (found.isEmpty()) {
            passed++;
            boolean asks = gates.allProblems(move, mover).stream()
                    .anyMatch(problem -> problem.code() == ProcessError.NEEDS_APPROVAL);
            assertThat(asks).as("%s of %s", asked, definition).isEqualTo(naive.asks(from, to));
        } else {
            stopped++;
        }
    }

    private static String told(Problem problem) {
        return problem.code() == ProcessError.REQUIRED
                ? problem.code().code() + " " + problem.field()
                : problem.code().code();
    }

    private static Row row(ObjectType type, String stage, Map<String, @Nullable Object> values) {
        @Nullable Object[] all = new @Nullable Object[type.fields().size()];
        all[type.place(CommonFields.ID)] = RecordId.next();
        all[type.place(CommonFields.OWNER)] = OWNER;
        all[type.place(type.requireField("stage"))] = stage;
        values.forEach((field, value) -> all[type.place(type.requireField(field))] = value);
        return new Row(type, all);
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private <T> List<T> some(List<T> all) {
        return all.stream().filter(each -> random.nextInt(3) == 0).toList();
    }

    private Map<String, Object> definition() {
        List<Map<String, Object>> states = new ArrayList<>();
        for (String value : VALUES.subList(0, 2 + random.nextInt(VALUES.size() - 1))) {
            Map<String, Object> state = new LinkedHashMap<>(Map.of("value", value));
            if (random.nextInt(6) == 0) {
                state.put("start", true);
            }
            if (random.nextInt(5) == 0) {
                state.put("aside", true);
            }
            states.add(state);
        }
        List<String> way = VALUES.subList(0, states.size());
        List<Map<String, Object>> all = new ArrayList<>();
        for (int i = random.nextInt(7); i > 0; i--) {
            Map<String, Object> gate = gate(all.size(), way);
            boolean again = gate.containsKey("approval")
                    && all.stream()
                            .anyMatch(other ->
                                    other.containsKey("approval") && Objects.equals(other.get("to"), gate.get("to")));
            if (!again) {
                all.add(gate);
            }
        }
        return Map.of("others", pick(List.of("allow", "back", "refuse")), "states", states, "gates", all);
    }

    private Map<String, Object> gate(int number, List<String> way) {
        Map<String, Object> gate = new LinkedHashMap<>(Map.of("id", "g" + number, "to", pick(way)));
        if (random.nextBoolean()) {
            gate.put("from", some(way));
        }
        gate.put("required", some(FIELDS));
        if (random.nextInt(3) == 0) {
            gate.put(
                    "conditions",
                    List.of(Map.of(
                            "when",
                            Map.of("field", pick(FIELDS), "op", "eq", "value", pick(List.of("a", "b"))),
                            "message",
                            "not so")));
        }
        if (random.nextInt(3) == 0) {
            gate.put("checklist", List.of(Map.of("key", "k", "text", "K"), Map.of("key", "l", "text", "L")));
        }
        if (random.nextInt(4) == 0) {
            gate.put("who", Map.of("owner", true));
        }
        if (random.nextInt(4) == 0) {
            gate.put("approval", Map.of("who", "manager"));
        }
        return gate;
    }
}
