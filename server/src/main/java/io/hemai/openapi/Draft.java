package io.hemai.openapi;

import io.hemai.metadata.Wording;
import io.hemai.openapi.Routes.Route;
import io.hemai.records.verb.Verb;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The document while it is put together. */
final class Draft {
    private static final String RECORDS = "/api/v1/records/{object}";
    private static final String VERB = "{verb}";

    private final Descriptions descriptions;
    private final Locale reader;
    private final Set<String> names;
    private final Subject any;
    private final ProblemAnswers problems;
    private final Operations operations;
    private final ObjectPaths paths;
    private final Map<String, Object> found = new LinkedHashMap<>();
    private final Map<String, Object> schemas = new TreeMap<>();
    private final List<Object> tags = new ArrayList<>();

    Draft(Descriptions descriptions, Wording wording, Locale reader, List<Known> known) {
        this.descriptions = descriptions;
        this.reader = reader;
        this.names = known.stream().map(k -> k.type().name()).collect(Collectors.toSet());
        this.any = new Subject(
                Subject.ANY, wording.text("openapi.record", reader), wording.text("openapi.records", reader), "_");
        this.problems = new ProblemAnswers(wording, reader, said("usual"));
        this.operations = new Operations(said("variables"), problems);
        this.paths = new ObjectPaths(operations, problems, wording, reader, said("verbs"));
        said("tags").forEach((name, description) -> tags.add(Plain.of("name", name, "description", description)));
        schemas.putAll(said("schemas"));
    }

    private Map<String, Object> said(String section) {
        return descriptions.section(section, reader);
    }

    /** Adds a route as it is for any object. */
    void general(Route route) {
        put(route, operations.general(route, Plain.members(said("operations").get(route.key())), any));
    }

    /** Adds an object that the reader knows. */
    void object(Known known, List<Route> routes, List<Verb<?, ?>> verbs) {
        Subject subject = subject(known);
        Map<String, Object> said = Plain.members(said("objects").get(subject.name()));
        FieldSchemas fields = new FieldSchemas(reader);
        ObjectSchemas own = new ObjectSchemas(known, subject, fields);
        own.addTo(schemas);
        Map<String, Object> examples = examples(known, fields, own, Plain.members(said.get("example")));
        tags.add(Plain.of("name", subject.name(), "description", subject.many()));
        for (Route route : routes) {
            if (route.path().startsWith(RECORDS)) {
                add(route, known, subject, examples, verbs);
            }
        }
    }

    private Subject subject(Known known) {
        String name = known.type().name();
        return new Subject(
                name, known.type().label().in(reader), known.type().plural().in(reader), separator(name));
    }

    /** {@code lead_create} unless there is an object of that name. */
    private String separator(String name) {
        return List.of("_create", "_update", "_page", "_batch", "_written").stream()
                        .anyMatch(end -> names.contains(name + end))
                ? "."
                : "_";
    }

    private Map<String, Object> examples(
            Known known, FieldSchemas fields, ObjectSchemas schemasOfIt, Map<String, Object> given) {
        Examples examples = new Examples(reader);
        Map<String, Object> created = examples.created(known, given, schemasOfIt.required());
        Map<String, Object> record = examples.read(known, fields, created);
        Map<String, Object> changed = new LinkedHashMap<>();
        known.updated().stream()
                .filter(f -> created.containsKey(f.name()))
                .limit(2)
                .forEach(f -> changed.put(f.name(), created.get(f.name())));
        Map<String, Object> page = new LinkedHashMap<>();
        page.put("items", List.of(record));
        page.put("next", null);
        Map<String, Object> shown = Plain.of("record", record, "record_page", page);
        if (known.may("read")) {
            shown.put("record_written", record);
        }
        shown.put("record_create", created);
        shown.put("record_update", changed);
        return shown;
    }

    private void add(Route route, Known known, Subject subject, Map<String, Object> examples, List<Verb<?, ?>> verbs) {
        Map<String, Object> said = Plain.members(said("operations").get(route.key()));
        if (!known.may(said.getOrDefault("right", "read"))) {
            return;
        }
        Map<String, Object> general = Plain.members(
                Plain.members(found.get(route.path())).get(route.method().toLowerCase(Locale.ROOT)));
        if (route.path().contains(VERB)) {
            verbs.stream().filter(verb -> verb.permitted(known.rights())).forEach(verb -> {
                Route own = paths.route(route, subject, verb);
                put(own, paths.verb(own, said, general, subject, verb));
            });
        } else {
            put(Operations.filled(route, "object", subject.name()), paths.of(route, said, general, subject, examples));
        }
    }

    private void put(Route route, Map<String, Object> operation) {
        Plain.members(found.computeIfAbsent(route.path(), path -> new LinkedHashMap<String, Object>()))
                .put(route.method().toLowerCase(Locale.ROOT), operation);
    }

    /** The whole. */
    Map<String, Object> document() {
        Map<String, Object> document = Plain.of("openapi", "3.1.0");
        document.put("info", said("info"));
        document.put("servers", List.of(Plain.of("url", "/")));
        document.put("tags", tags);
        document.put("paths", found);
        document.put(
                "components",
                Plain.of(
                        "schemas", schemas,
                        "parameters", said("parameters"),
                        "headers", said("headers"),
                        "responses", problems.answers(),
                        "examples", problems.examples(),
                        "securitySchemes", said("security")));
        return document;
    }
}
