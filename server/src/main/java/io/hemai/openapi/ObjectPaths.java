package io.hemai.openapi;

import io.hemai.metadata.Wording;
import io.hemai.openapi.Routes.Route;
import io.hemai.records.Row;
import io.hemai.records.verb.Verb;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ResolvableType;

/** The routes of one object, and those of its verbs. */
final class ObjectPaths {
    private static final String WRITTEN = "record_written";

    private final Operations operations;
    private final ProblemAnswers problems;
    private final Wording wording;
    private final Locale reader;
    private final Map<String, Object> verbs;

    /**
     * @param verbs what is said of verbs besides their names, by name; by object and name where objects differ
     */
    ObjectPaths(
            Operations operations, ProblemAnswers problems, Wording wording, Locale reader, Map<String, Object> verbs) {
        this.operations = operations;
        this.problems = problems;
        this.wording = wording;
        this.reader = reader;
        this.verbs = verbs;
    }

    /** The operation of the object that the general one is of any. */
    Map<String, Object> of(
            Route route,
            Map<String, Object> said,
            Map<String, Object> general,
            Subject subject,
            Map<String, Object> examples) {
        Map<String, Object> own = new LinkedHashMap<>(said);
        for (String part : List.of("body", "answers")) {
            if (said.containsKey(part)) {
                own.put(part, withExamples(Plain.members(said.get(part)), examples));
            }
        }
        return operations.of(
                Operations.filled(route, "object", subject.name()),
                own,
                subject,
                refusals(general),
                List.of(subject.name()));
    }

    /** Bodies and answers that show a record show one of this object. */
    private static Map<String, Object> withExamples(Map<String, Object> said, Map<String, Object> examples) {
        Map<String, Object> own = new LinkedHashMap<>();
        said.forEach((name, part) ->
                own.put(name, part instanceof Map<?, ?> ? withExamples(Plain.members(part), examples) : part));
        if (said.get("schema") instanceof String schema) {
            own.remove("example");
            if (examples.containsKey(schema)) {
                own.put("example", examples.get(schema));
            } else if (!schema.startsWith(Subject.ANY) && said.containsKey("example")) {
                own.put("example", said.get("example"));
            }
        }
        return own;
    }

    private static Map<String, Object> refusals(Map<String, Object> general) {
        Map<String, Object> refusals = new LinkedHashMap<>();
        Plain.members(general.get("responses")).forEach((status, answer) -> {
            if (Plain.members(answer).containsKey("$ref")) {
                refusals.put(status, answer);
            }
        });
        return refusals;
    }

    /** The route of a verb. */
    Route route(Route general, Subject subject, Verb<?, ?> verb) {
        return Operations.filled(Operations.filled(general, "object", subject.name()), "verb", verb.name());
    }

    /** The operation of a verb. */
    Map<String, Object> verb(
            Route route, Map<String, Object> said, Map<String, Object> general, Subject subject, Verb<?, ?> verb) {
        Map<String, Object> more =
                Plain.members(verbs.getOrDefault(subject.name() + "." + verb.name(), verbs.get(verb.name())));
        Map<String, Object> own = new LinkedHashMap<>(said);
        own.put("id", verb.name() + "_{object}");
        own.put("summary", wording.text(verb.key(), reader));
        own.put("description", more.getOrDefault("description", said.get("description")));
        Class<?> input = verb.input();
        Map<String, Object> body = Plain.of("schema", RecordSchemas.input(input, name -> label(verb, name)));
        body.put("optional", !Plain.members(body.get("schema")).containsKey("required"));
        if (more.containsKey("example")) {
            body.put("example", more.get("example"));
        }
        own.put("body", body);
        own.put("answers", Plain.of("200", output(verb, subject)));
        Map<String, Object> refusals =
                problems.more(refusals(general), verb.name(), Plain.members(more.get("problems")));
        return operations.of(route, own, subject, refusals, List.of(subject.name()));
    }

    private @Nullable String label(Verb<?, ?> verb, String member) {
        String key = verb.key() + "." + member;
        return wording.has(key) ? wording.text(key, reader) : null;
    }

    /** The record, where it answers nothing of its own. */
    private static Map<String, Object> output(Verb<?, ?> verb, Subject subject) {
        Class<?> output = ResolvableType.forClass(Verb.class, verb.getClass())
                .getGeneric(1)
                .resolve(Object.class);
        if (output == Row.class || !output.isRecord()) {
            return Plain.of("schema", WRITTEN, "headers", Plain.of("ETag", "etag"));
        }
        Map<String, Object> own = RecordSchemas.output(output);
        return Plain.of(
                "schema",
                mayAnswerTheRecord(verb.getClass()) ? Plain.of("anyOf", List.of(subject.schema(WRITTEN), own)) : own);
    }

    private static boolean mayAnswerTheRecord(Class<?> verb) {
        return Arrays.stream(verb.getDeclaredMethods())
                .filter(method -> method.getName().equals("run") && !method.isBridge())
                .map(Method::getAnnotatedReturnType)
                .anyMatch((AnnotatedType type) -> RecordSchemas.isNullable(type));
    }
}
