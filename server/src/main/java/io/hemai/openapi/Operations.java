package io.hemai.openapi;

import io.hemai.identity.OpenTo;
import io.hemai.identity.web.RouteAccess.Rule;
import io.hemai.openapi.Routes.Route;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Makes operations of the document out of what is said of routes. */
final class Operations {
    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");
    private static final String JSON = "application/json";
    private static final String SCHEMA = "schema";
    private static final String EXAMPLE = "example";
    private static final String DESCRIPTION = "description";

    private final Map<String, Object> variables;
    private final ProblemAnswers problems;

    /**
     * @param variables what may stand in the place of a variable of a path
     */
    Operations(Map<String, Object> variables, ProblemAnswers problems) {
        this.variables = variables;
        this.problems = problems;
    }

    /** The operation of a route for any object. */
    Map<String, Object> general(Route route, Map<String, Object> said, Subject any) {
        Map<String, Object> refusals = problems.of(
                any.id(said.getOrDefault("id", route.key().replaceAll("[^A-Za-z0-9]+", "_"))),
                Plain.members(said.get("problems")),
                route,
                said.containsKey("body"));
        return of(route, said, any, refusals, List.of(said.getOrDefault("tag", "other")));
    }

    /**
     * The operation of a route.
     *
     * @param refusals the answers that say no, by status
     */
    Map<String, Object> of(
            Route route, Map<String, Object> said, Subject subject, Map<String, Object> refusals, List<Object> tags) {
        Map<String, Object> operation = Plain.of("tags", tags);
        put(operation, "operationId", said.get("id"), subject::id);
        put(operation, "summary", said.get("summary"), subject::say);
        put(operation, DESCRIPTION, said.get(DESCRIPTION), subject::say);
        List<Object> parameters = parameters(route, said);
        if (!parameters.isEmpty()) {
            operation.put("parameters", parameters);
        }
        if (said.containsKey("body")) {
            operation.put("requestBody", body(Plain.members(said.get("body")), subject));
        }
        Map<String, Object> responses = new LinkedHashMap<>();
        Plain.members(said.get("answers"))
                .forEach((status, answer) -> responses.put(status, answer(Plain.members(answer), subject)));
        responses.putAll(refusals);
        operation.put("responses", responses);
        operation.put("security", security(route.access().orElse(null)));
        return operation;
    }

    private static void put(
            Map<String, Object> operation, String member, @Nullable Object said, Function<Object, String> text) {
        if (said != null) {
            operation.put(member, text.apply(said));
        }
    }

    private List<Object> parameters(Route route, Map<String, Object> said) {
        List<Object> parameters = new ArrayList<>();
        VARIABLE.matcher(route.path())
                .results()
                .map(found -> found.group(1))
                .forEach(name -> parameters.add(variable(name)));
        Plain.elements(said.get("parameters"))
                .forEach(name -> parameters.add(Plain.ref("parameters", name.toString())));
        if (route.method().equals("POST")) {
            parameters.add(Plain.ref("parameters", "idempotency_key"));
        }
        return parameters;
    }

    private Map<String, Object> variable(String name) {
        Map<String, Object> variable = Plain.of("name", name, "in", "path", "required", true);
        variable.putAll(Plain.members(variables.getOrDefault(name, Plain.of(SCHEMA, Plain.of("type", "string")))));
        return variable;
    }

    private static Map<String, Object> body(Map<String, Object> said, Subject subject) {
        return Plain.of("required", !Boolean.TRUE.equals(said.get("optional")), "content", content(said, subject));
    }

    private static Map<String, Object> answer(Map<String, Object> said, Subject subject) {
        Map<String, Object> answer =
                Plain.of(DESCRIPTION, subject.say(said.getOrDefault(DESCRIPTION, said.getOrDefault("as", "OK"))));
        if (said.get("headers") != null) {
            Map<String, Object> headers = new LinkedHashMap<>();
            Plain.members(said.get("headers"))
                    .forEach((name, ref) -> headers.put(name, Plain.ref("headers", ref.toString())));
            answer.put("headers", headers);
        }
        if (said.containsKey(SCHEMA)) {
            answer.put("content", content(said, subject));
        }
        return answer;
    }

    private static Map<String, Object> content(Map<String, Object> said, Subject subject) {
        Map<String, Object> content = Plain.of(SCHEMA, subject.schema(said.get(SCHEMA)));
        if (said.get(EXAMPLE) != null) {
            content.put(EXAMPLE, said.get(EXAMPLE));
        }
        return Plain.of(said.getOrDefault("type", JSON).toString(), content);
    }

    /** A session with its mark, where it writes, or a token with the scope. */
    private static List<Object> security(@Nullable Rule access) {
        return switch (access) {
            case null -> sessionAnd(List.of());
            case Rule.Open(OpenTo.Who who) when who == OpenTo.Who.ANYBODY -> List.of();
            case Rule.Open(OpenTo.Who who) when who == OpenTo.Who.SESSION -> sessionAnd(List.of());
            case Rule.Open open -> sessionAnd(List.of(Plain.of("token", List.of())));
            case Rule.Scoped(var scope) -> sessionAnd(List.of(Plain.of("token", List.of(scope.code()))));
        };
    }

    private static List<Object> sessionAnd(List<Object> others) {
        List<Object> ways = new ArrayList<>(others);
        ways.add(Plain.of("session", List.of(), "csrf", List.of()));
        return ways;
    }

    /** The route with something in the place of a variable. */
    static Route filled(Route route, String variable, String value) {
        String path = VARIABLE.matcher(route.path())
                .replaceAll(
                        (MatchResult found) -> found.group(1).equals(variable) ? value : "{" + found.group(1) + "}");
        return new Route(route.method(), path, route.access());
    }
}
