package io.hemai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.hemai.records.verb.Verb;
import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenants;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Calls every route of {@code routes/*.csv} that answers something as a person who may see little, and looks for planted secrets in
 * the raw answers. A new POST route needs bodies in {@link #bodies()}, a new variable in a path its values in {@link #values}.
 */
@HemaiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlantedSecretsTests {
    private static final String RECORDS = "/api/v1/records/{object}";
    private static final Map<String, Object> NOTHING = Map.of();
    /** Routes that need no more than to be called. */
    private static final List<String> REFUSED = List.of(
            "/api/v1/session",
            "/api/v1/tokens",
            "/api/v1/tenants",
            "/api/v1/users/{id}/password",
            "/api/v1/users/{id}/view",
            "/api/v1/roles",
            "/api/v1/imports",
            "/api/v1/imports/{id}/cancel",
            "/api/v1/imports/{id}/undo",
            "/api/v1/flows/{id}/runs/replay",
            "/api/v1/flows/{id}/runs/{run}/undo",
            "/api/v1/webhooks/{id}/calls/{call}/send_again",
            "/api/v1/webhooks/{id}/calls/send_again",
            "/api/v1/bulk/{id}/cancel",
            "/api/v1/bulk/{id}/undo",
            "/api/v1/files",
            "/api/v1/admin/reconcile",
            "/api/v1/admin/dead_entries/replay",
            "/api/v1/admin/mails/{id}/send_again",
            "/api/v1/meta/objects",
            "/api/v1/meta/objects/{object}/restore",
            "/api/v1/meta/objects/{object}/fields",
            "/api/v1/meta/objects/{object}/formula",
            "/api/v1/meta/objects/{object}/rules",
            "/api/v1/meta/configuration",
            "/api/v1/meta/configuration/preview",
            "/api/v1/meta/objects/{object}/fields/{field}/restore");

    @Autowired
    TestTenants tenants;

    @Autowired
    List<Verb<?, ?>> verbs;

    private SecretsPlanted planted;
    private final Map<String, List<String>> jobs = new HashMap<>();
    private final Set<String> toldToAdmin = new HashSet<>();

    @BeforeAll
    void plant() throws InterruptedException {
        planted = new SecretsPlanted(tenants.fresh(), tenants.fresh());
        String foreign = "name,parent\nx,quince-foreign-row-7319\n";
        planted.secrets.put("foreign row", "quince-foreign-row-7319");
        jobs.put(
                "imports",
                List.of(
                        SecretsPlanted.imported(planted.guard, "sample", "name,parent\nx,quince-foreign-name-731\n"),
                        SecretsPlanted.imported(planted.admin, "sample", foreign)));
        jobs.put("exports", exports());
    }

    /** Files of every object, of the guard and of the administrator. */
    private List<String> exports() throws InterruptedException {
        Map<String, Api> started = new LinkedHashMap<>();
        for (String object : List.of("sample", "account", "contact", "opportunity", "lead", "activity")) {
            for (Api by : List.of(planted.guard, planted.admin)) {
                started.put(
                        by.post("/exports", Map.of("object", object))
                                .expect(202)
                                .text("id"),
                        by);
            }
        }
        for (Map.Entry<String, Api> export : started.entrySet()) {
            SecretsPlanted.ended(export.getValue(), "/exports/" + export.getKey());
        }
        return List.copyOf(started.keySet());
    }

    @Test
    void noSecretIsInAnyAnswer() throws IOException {
        List<String> last = new ArrayList<>();
        for (String[] route : declared()) {
            if (!List.of("GET", "POST").contains(route[0])) {
                continue;
            }
            if (route[1].endsWith("/{verb}")) {
                last.add(route[1]);
            } else {
                call(route[0], route[1]);
            }
        }
        // the control: where these calls lead there are secrets to be found by who may see them
        Set<String> missed = new HashSet<>(planted.secrets.keySet());
        missed.removeAll(toldToAdmin);
        assertThat(missed).isEmpty();
        last.forEach(this::callVerbs);
    }

    private static List<String[]> declared() throws IOException {
        List<String[]> declared = new ArrayList<>();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:routes/*.csv")) {
            file.getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(","))
                    .forEach(declared::add);
        }
        return declared;
    }

    private void call(String method, String route) {
        List<Object> bodies = new ArrayList<>();
        if (method.equals("POST")) {
            bodies.addAll(bodies().getOrDefault(route, List.of()));
            if (bodies.isEmpty()) {
                fail("POST %s is a new route: say in bodies() what to send it", route);
            }
        }
        for (String path : paths(route)) {
            if (method.equals("GET")) {
                queries(route).forEach(query -> look(method, path + query, null));
            } else {
                bodies.forEach(body -> look(method, path, body));
            }
        }
    }

    private void look(String method, String path, @org.jspecify.annotations.Nullable Object body) {
        boolean reading = method.equals("GET") || path.endsWith("/query") || path.endsWith("/run");
        if (reading) {
            Answer known = planted.admin.send(method, "/" + path, body);
            planted.secrets.forEach((where, secret) -> {
                if (known.raw().contains(secret)) {
                    toldToAdmin.add(where);
                }
            });
        }
        Api caller = path.endsWith("/session") ? tenants.api() : planted.guard;
        Answer answer = caller.send(method, "/" + path, body);
        assertThat(answer.status()).as("%s %s %s", method, path, answer.raw()).isLessThan(500);
        Map<String, String> secrets = new LinkedHashMap<>(planted.secrets);
        secrets.put("other company", planted.foreignSecret);
        secrets.forEach((where, secret) -> assertThat(answer.raw() + answer.headers() + cursor(answer))
                .as("%s: %s %s %s", where, method, path, body)
                .doesNotContain(secret));
    }

    /** What a cursor says inside. */
    private static String cursor(Answer answer) {
        if (!answer.header("Content-Type").contains("json") || answer.raw().isEmpty()) {
            return "";
        }
        String next = answer.at("/next").asString("");
        try {
            return new String(Base64.getUrlDecoder().decode(next), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException plain) {
            return next;
        }
    }

    /** The route with every value of its variables. */
    private List<String> paths(String route) {
        if (route.startsWith(RECORDS) || route.startsWith("/api/v1/meta/objects/{object}")) {
            List<String> paths = new ArrayList<>();
            planted.ids.forEach((object, ids) -> paths.addAll(filled(
                    route.replace("{object}", object).replace("{field}", "name"),
                    route.contains("{id}") ? ids : List.of(""))));
            return paths;
        }
        return filled(route, values(route));
    }

    private List<String> filled(String route, List<String> values) {
        List<String> paths = values.stream()
                .map(value -> route.replaceFirst("\\{(id|name)}", value)
                        .replace("{run}", planted.run)
                        .replace("{call}", planted.call))
                .distinct()
                .toList();
        if (paths.stream().anyMatch(path -> path.contains("{"))) {
            fail("%s has a variable without values", route);
        }
        return paths;
    }

    private List<String> values(String route) {
        if (!route.startsWith("/api/v1/")) {
            return List.of("");
        }
        String resource = route.split("/")[3];
        return switch (resource) {
            case "imports", "exports" -> jobs.getOrDefault(resource, List.of());
            case "roles" -> List.of("guarded", "admin");
            case "reports" -> List.of("funnel", "lead_sources", "ranking", "won_by_month");
            case "webhooks" -> planted.ids.getOrDefault("webhook", List.of());
            case "flows" -> planted.ids.getOrDefault("flow", List.of());
            case "users" -> List.of(planted.person);
            case "bulk", "files", "tokens" -> List.of(planted.person);
            default -> List.of("");
        };
    }

    /** What to send to verbs that want something. */
    private Map<String, Object> inputs() {
        return Map.of(
                "share", Map.of("with", List.of(Map.of("user", planted.person))),
                "move_stage", Map.of("stage", "negotiation"),
                "close_lost", Map.of("loss_reason", "price"),
                "disqualify", Map.of("reason", "no_budget"),
                "merge", Map.of("from", planted.ids.getOrDefault("account", List.of())),
                "assign", Map.of("owner", planted.person));
    }

    private void callVerbs(String route) {
        Map<String, Object> inputs = inputs();
        verbs.stream()
                .map(Verb::name)
                .distinct()
                .forEach(verb -> paths(route.replace("{verb}", verb))
                        .forEach(path -> look("POST", path, inputs.getOrDefault(verb, NOTHING))));
    }

    private List<String> queries(String route) {
        if (List.of("/api/v1/views/in_part", "/api/v1/flows/kinds", "/api/v1/flows/buttons")
                .contains(route)) {
            return planted.ids.keySet().stream()
                    .map(object -> "?object=" + object)
                    .toList();
        }
        if (List.of("/api/v1/approvals", "/api/v1/processes/at").contains(route)) {
            List<String> queries = new ArrayList<>();
            planted.ids.forEach((object, ids) -> ids.forEach(id -> queries.add("?object=" + object + "&record=" + id)));
            return queries;
        }
        if (route.equals("/api/v1/search")) {
            List<String> queries = new ArrayList<>(List.of("?q=quince&limit=100", "?q=7319", "?q=own"));
            planted.secrets.values().forEach(secret -> queries.add("?q=" + secret));
            return queries;
        }
        return route.equals(RECORDS) ? List.of("", "?limit=1", "?sort=-created_at&count=exact") : List.of("");
    }

    /** What to send each POST route. */
    private Map<String, List<Object>> bodies() {
        Map<String, List<Object>> bodies = new HashMap<>();
        bodies.put(RECORDS + "/query", questions());
        bodies.put(
                RECORDS, List.of(NOTHING, Map.of("name", "x"), Map.of("name", "x", "mobile", SecretsPlanted.MOBILE)));
        bodies.put(
                RECORDS + "/batch",
                List.of(
                        planted.sameCreditCode(),
                        Map.of("create", List.of(Map.of("name", "x", "mobile", SecretsPlanted.MOBILE))),
                        Map.of("create", List.of(Map.of("name", "x")), "atomic", false)));
        bodies.put(RECORDS + "/{id}/restore", List.of(NOTHING));
        bodies.put(RECORDS + "/bulk", List.of(NOTHING, Map.of("set", Map.of("size", 1), "expected", 1)));
        bodies.put("/api/v1/reports/run", reports());
        bodies.put("/api/v1/counts", counts());
        bodies.put("/api/v1/exports", List.of(NOTHING, Map.of("object", "sample", "fields", List.of("note"))));
        bodies.put(
                "/api/v1/flows/{id}/runs", List.of(Map.of("records", planted.ids.getOrDefault("sample", List.of()))));
        bodies.put(
                "/api/v1/flows/{id}/trial",
                planted.ids.getOrDefault("sample", List.of()).stream()
                        .<Object>map(record -> Map.of("record", record))
                        .toList());
        bodies.put("/api/v1/flows/{id}/backtest", List.of(Map.of("days", 30)));
        bodies.put("/api/v1/processes/checks", moves(Map.of("key", "0 x", "done", true)));
        bodies.put("/api/v1/processes/moves", moves(Map.of("to", "high")));
        bodies.put("/api/v1/notifications/see_all", List.of(NOTHING));
        bodies.put("/api/v1/public/approvals/look", List.of(Map.of("link", "x")));
        bodies.put(
                "/api/v1/public/approvals/decide", List.of(Map.of("link", "x", "decision", "approve", "content", "x")));
        for (String other : REFUSED) {
            bodies.put(other, List.of(NOTHING));
        }
        return bodies;
    }

    private List<Object> moves(Map<String, Object> more) {
        List<Object> moves = new ArrayList<>();
        for (String process : planted.ids.getOrDefault("process", List.of())) {
            for (String record : planted.ids.getOrDefault("sample", List.of())) {
                Map<String, Object> move = new HashMap<>(more);
                move.put("process", process);
                move.put("record", record);
                moves.add(move);
            }
        }
        return moves;
    }

    private List<Object> questions() {
        List<Object> questions = new ArrayList<>(List.of(NOTHING));
        for (String path : List.of(
                "parent",
                "parent.name",
                "parent.note",
                "note",
                "code",
                "account",
                "account.name",
                "account.phone",
                "contacts.title",
                "name",
                "title",
                "owner.name",
                "lead.name",
                "about")) {
            questions.add(Map.of("fields", List.of(path)));
            questions.add(Map.of("sort", List.of(path), "limit", 1));
            planted.secrets.values().stream()
                    .limit(3)
                    .forEach(secret ->
                            questions.add(Map.of("filter", Map.of("field", path, "op", "contains", "value", secret))));
        }
        return questions;
    }

    private List<Object> counts() {
        return planted.ids.keySet().stream()
                .<Object>map(object -> Map.of(
                        "of",
                        List.of(Map.of("object", object, "filter", Map.of("field", "note", "op", "is_not_empty")))))
                .toList();
    }

    private static List<Object> reports() {
        List<Object> reports = new ArrayList<>();
        for (String object : List.of("sample", "account", "contact", "opportunity", "lead")) {
            for (String path : List.of(
                    "name",
                    "note",
                    "code",
                    "parent",
                    "parent.name",
                    "account",
                    "account.name",
                    "phone",
                    "title",
                    "owner")) {
                reports.add(Map.of(
                        "object", object,
                        "group_by", List.of(Map.of("field", path)),
                        "measures", List.of(Map.of("fn", "count", "name", "n"))));
                reports.add(
                        Map.of("object", object, "measures", List.of(Map.of("fn", "max", "field", path, "name", "n"))));
            }
        }
        return reports;
    }
}
