package io.hemai.openapi;

import io.hemai.metadata.Wording;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The refusals of the document: an answer for each route and status, with the codes that it may carry as examples. */
final class ProblemAnswers {
    private static final String TYPE = "application/problem+json";
    /** Stands in the place of what a text speaks of. */
    private static final Object[] SOMETHING = {"…", "…", "…", "…", "…", "…", "…"};

    /** The text of this one chooses by a number. */
    private static final String COUNTED = "value.too_precise";

    private final Wording wording;
    private final Locale reader;
    private final Map<String, Object> usual;
    private final Map<String, Object> answers = new TreeMap<>();
    private final Map<String, Object> examples = new TreeMap<>();

    /**
     * @param usual problems that many routes have: of {@code every}, of one that {@code write}s, of a {@code post}, of one
     *     that takes a {@code body}
     */
    ProblemAnswers(Wording wording, Locale reader, Map<String, Object> usual) {
        this.wording = wording;
        this.reader = reader;
        this.usual = usual;
    }

    /** The answers made so far, by name. */
    Map<String, Object> answers() {
        return answers;
    }

    /** The examples of them, by code. */
    Map<String, Object> examples() {
        return examples;
    }

    /** The refusals of a route, by status: what is said, and the usual ones. */
    Map<String, Object> of(String operation, Map<String, Object> said, Routes.Route route, boolean body) {
        Map<String, Set<Object>> codes = new TreeMap<>();
        gather(codes, said);
        gather(codes, Plain.members(usual.get("every")));
        if (route.writes()) {
            gather(codes, Plain.members(usual.get("write")));
        }
        if (route.method().equals("POST")) {
            gather(codes, Plain.members(usual.get("post")));
        }
        if (body) {
            gather(codes, Plain.members(usual.get("body")));
        }
        return named(operation, codes);
    }

    /** The refusals of a verb: those of every verb, and its own. */
    Map<String, Object> more(Map<String, Object> general, String verb, Map<String, Object> said) {
        Map<String, Object> all = new LinkedHashMap<>(general);
        Map<String, Set<Object>> codes = new TreeMap<>();
        gather(codes, said);
        codes.forEach((status, own) -> general.computeIfPresent(status, (s, ref) -> {
            codesOf(ref).forEach(own::add);
            return ref;
        }));
        all.putAll(named(verb, codes));
        return all;
    }

    private Set<String> codesOf(Object ref) {
        String name = String.valueOf(Plain.members(ref).get("$ref"));
        Map<String, Object> answer = Plain.members(answers.get(name.substring(name.lastIndexOf('/') + 1)));
        return Plain.members(Plain.members(Plain.members(answer.get("content")).get(TYPE))
                        .get("examples"))
                .keySet();
    }

    private static void gather(Map<String, Set<Object>> codes, Map<String, Object> said) {
        said.forEach((status, some) ->
                codes.computeIfAbsent(status, s -> new LinkedHashSet<>()).addAll(Plain.elements(some)));
    }

    private Map<String, Object> named(String operation, Map<String, Set<Object>> codes) {
        Map<String, Object> refs = new LinkedHashMap<>();
        codes.forEach((status, some) -> {
            String name = operation + "_" + status;
            answers.computeIfAbsent(name, n -> answer(status, some));
            refs.put(status, Plain.ref("responses", name));
        });
        return refs;
    }

    private Map<String, Object> answer(String status, Set<Object> codes) {
        Map<String, Object> shown = new LinkedHashMap<>();
        codes.stream().map(Object::toString).forEach(code -> {
            examples.computeIfAbsent(code, c -> example(status, c));
            shown.put(code, Plain.ref("examples", code));
        });
        Map<String, Object> answer = Plain.of("description", wording.text("web.status." + status, reader));
        if (List.of("429", "503").contains(status)) {
            answer.put("headers", Plain.of("Retry-After", Plain.ref("headers", "retry_after")));
        }
        answer.put("content", Plain.of(TYPE, Plain.of("schema", Plain.schema("Problem"), "examples", shown)));
        return answer;
    }

    private Map<String, Object> example(String status, String code) {
        return Plain.of(
                "value",
                Plain.of(
                        "title",
                        wording.text("web.status." + status, reader),
                        "status",
                        Integer.valueOf(status),
                        "code",
                        code,
                        "detail",
                        code.equals(COUNTED)
                                ? wording.text("error." + code, reader, 2)
                                : wording.text("error." + code, reader, SOMETHING),
                        "request_id",
                        "01980c2f7a107cc3"));
    }
}
