package io.hemai.formula;

import io.hemai.formula.Type.Plain;
import io.hemai.kernel.Money;
import io.hemai.kernel.RecordId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A deal with its account, lines and contacts, as formulas see them. */
final class Sample {
    static final Moment MOMENT = new Moment(Instant.parse("2026-03-31T17:00:00Z"), ZoneId.of("Asia/Shanghai"));

    private static final RecordId LI = new RecordId(new java.util.UUID(7, 1));
    private static final RecordId ACME = new RecordId(new java.util.UUID(7, 2));

    private static final Names USER = new Names(Map.of("name", new Scope.Field(Plain.TEXT)));
    private static final Names LINE = new Names(Map.of(
            "amount", new Scope.Field(Plain.MONEY),
            "quantity", new Scope.Field(Plain.NUMBER),
            "price", new Scope.Field(Plain.NUMBER),
            "active", new Scope.Field(Plain.BOOLEAN),
            "due", new Scope.Field(Plain.DATE),
            "owner", new Scope.Link("user", USER),
            "parts", new Scope.Related("line", USER)));
    private static final Names ACCOUNT = new Names(Map.of(
            "name", new Scope.Field(Plain.TEXT),
            "owner", new Scope.Link("user", USER),
            "lines", new Scope.Related("line", LINE)));

    /** The names of a deal. */
    static final Scope SCOPE = new Names(names());

    /** A deal in which everything is filled but what is called blank. */
    static final Deal DEAL =
            new Deal(values(), Map.of("lines", lines(), "account.lines", lines(), "contacts", List.of()));

    private Sample() {}

    private record Names(Map<String, Named> all) implements Scope {
        @Override
        public Optional<Named> find(String name) {
            return Optional.ofNullable(all.get(name));
        }

        @Override
        public Collection<String> names() {
            return all.keySet();
        }
    }

    private static Map<String, Scope.Named> names() {
        Map<String, Scope.Named> names = new HashMap<>(Map.of(
                "name", new Scope.Field(Plain.TEXT),
                "amount", new Scope.Field(Plain.MONEY),
                "dollars", new Scope.Field(Plain.MONEY),
                "score", new Scope.Field(Plain.NUMBER),
                "active", new Scope.Field(Plain.BOOLEAN),
                "stage", new Scope.Field(new Type.Choice(List.of("new", "won", "lost"))),
                "tags", new Scope.Field(Plain.CHOICES),
                "close_date", new Scope.Field(Plain.DATE),
                "created_at", new Scope.Field(Plain.DATETIME)));
        names.put("no_name", new Scope.Field(Plain.TEXT));
        names.put("no_amount", new Scope.Field(Plain.MONEY));
        names.put("no_score", new Scope.Field(Plain.NUMBER));
        names.put("no_flag", new Scope.Field(Plain.BOOLEAN));
        names.put("no_date", new Scope.Field(Plain.DATE));
        names.put("long_text", new Scope.Field(Plain.TEXT));
        names.put("owner", new Scope.Link("user", USER));
        names.put("account", new Scope.Link("account", ACCOUNT));
        names.put("lines", new Scope.Related("line", LINE));
        names.put("contacts", new Scope.Related("contact", USER));
        return names;
    }

    private static Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>(Map.of(
                "name", "Acme 合脉",
                "amount", Money.of("1200.00", "CNY"),
                "dollars", Money.of("5.00", "USD"),
                "score", 7,
                "active", true,
                "stage", "won",
                "tags", Set.of("vip"),
                "close_date", LocalDate.of(2026, 1, 31),
                "created_at", Instant.parse("2026-01-31T16:30:00Z")));
        values.put("long_text", "a".repeat(20_000));
        values.put("owner", LI);
        values.put("account", ACME);
        values.put("account.name", "Acme");
        values.put("account.owner", LI);
        values.put("account.owner.name", "Li");
        return values;
    }

    private static List<Deal> lines() {
        return List.of(line("10", 2, true, LI), line("20", 3, false, ACME), line("30", null, true, LI));
    }

    private static Deal line(String amount, @Nullable Integer quantity, boolean active, RecordId owner) {
        Map<String, Object> values = new HashMap<>(Map.of(
                "amount", Money.of(amount, "CNY"), "price", new BigDecimal(amount), "active", active, "owner", owner));
        values.put("due", LocalDate.of(2026, 1, Integer.parseInt(amount)));
        if (quantity != null) {
            values.put("quantity", quantity);
        }
        return new Deal(values, Map.of());
    }

    /** A record in memory with the records that lead to it. */
    record Deal(Map<String, Object> values, Map<String, List<Deal>> lists) implements Values {
        @Override
        public @Nullable Object at(Path path) {
            return values.get(path.toString());
        }

        @Override
        public Answer aggregate(Expression.Aggregate aggregate) {
            return aggregate.over(lists.getOrDefault(aggregate.list().toString(), List.of()), this, MOMENT);
        }
    }

    static Formula formula(String text) {
        return Formula.parse(text, SCOPE, "formula");
    }

    static List<Fault> faults(String text) {
        return Formula.read(text, SCOPE) instanceof Formula.Bad(var faults) ? faults : List.of();
    }

    static Answer answer(String text) {
        return formula(text).evaluate(DEAL, MOMENT);
    }

    /** The value as TEXT writes it; "blank", with the reasons, for none. */
    static String said(String text) {
        Answer answer = answer(text);
        String value = answer.value() == null ? "blank" : Writing.text(answer.value(), MOMENT);
        return answer.faults().isEmpty()
                ? value
                : value + " " + answer.faults().stream().map(Fault::code).toList();
    }
}
