package io.hemai.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.kernel.ErrorCode;
import io.hemai.metadata.Metadata;
import io.hemai.records.verb.Verb;
import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.JsonSchema;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.filter.AssignableTypeFilter;
import tools.jackson.databind.JsonNode;

/** The description of the API: well-formed, complete, and about what the reader may know. */
@HemaiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OpenApiTests {
    private static final String PROBES = "/api/v1/public/probe";

    @Autowired
    TestTenants tenants;

    @Autowired
    Descriptions descriptions;

    @Autowired
    Metadata metadata;

    @Autowired
    List<Verb<?, ?>> verbs;

    private TestTenant company;
    private Api admin;
    private Spec spec;

    @BeforeAll
    void aCompany() {
        company = tenants.fresh();
        admin = company.admin().speaking("en");
        spec = Spec.of(admin);
    }

    @Test
    void toolsReadItWithoutComplaint() {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        var read = new OpenAPIV3Parser().readContents(spec.document().toString(), null, options);

        assertThat(read.getMessages()).isEmpty();
        assertThat(read.getOpenAPI().getPaths()).containsKey("/api/v1/records/lead/{id}/convert");
    }

    @Test
    void schemasAreSchemas() {
        JsonSchema meta = JsonSchema.of(Map.of("$ref", "https://json-schema.org/draft/2020-12/schema"));
        spec.at("/components/schemas")
                .properties()
                .forEach(schema -> assertThat(meta.wrong(schema.getValue()))
                        .as(schema.getKey())
                        .isEmpty());
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        spec.document()
                .findValues("$ref")
                .forEach(ref -> assertThat(spec.at(ref.asString().substring(1)).isMissingNode())
                        .as(ref.asString())
                        .isFalse());
    }

    @Test
    void everyRouteIsDescribedAndNothingElse() throws IOException {
        Set<String> declared = declared();
        Set<String> described = new TreeSet<>();
        Set<String> ids = new HashSet<>();
        spec.each((name, operation) -> {
            if (!name.contains(PROBES)) {
                assertThat(operation.path("summary").asString("")).as(name).isNotBlank();
                assertThat(ids.add(operation.path("operationId").asString()))
                        .as(name)
                        .isTrue();
                String general = name.replaceFirst("/records/[a-z_]+", "/records/{object}")
                        .replaceFirst("(\\{object}/\\{id})/(?!history|timeline|restore)[a-z_]+$", "$1/{verb}");
                assertThat(declared).as(name).contains(general);
                described.add(name);
            }
        });

        assertThat(described).containsAll(declared);
    }

    private static Set<String> declared() throws IOException {
        Set<String> declared = new TreeSet<>();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath:routes/*.csv")) {
            try (Stream<String> lines = Files.lines(Path.of(file.getURI()))) {
                lines.filter(line -> !line.startsWith("#") && !line.isBlank())
                        .map(line -> line.split(","))
                        .filter(route -> route[1].startsWith("/api/"))
                        .forEach(route -> declared.add(route[0] + " " + route[1]));
            }
        }
        return declared;
    }

    @Test
    void nothingIsDescribedThatIsGone() throws IOException {
        assertThat(declared())
                .containsAll(descriptions.section("operations", Locale.ENGLISH).keySet());
        assertThat(metadata.declared().all().stream().map(t -> t.name()))
                .containsAll(descriptions.section("objects", Locale.ENGLISH).keySet());
        assertThat(verbs.stream().flatMap(verb -> Stream.of(verb.name(), verb.object() + "." + verb.name())))
                .containsAll(descriptions.section("verbs", Locale.ENGLISH).keySet());
    }

    @Test
    void everyCodeIsARefusalOfItsStatus() {
        Map<String, Integer> statuses = new HashMap<>();
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false);
        scan.addIncludeFilter(new AssignableTypeFilter(ErrorCode.class));
        scan.findCandidateComponents("io.hemai")
                .forEach(found -> constants(Objects.requireNonNull(found.getBeanClassName()))
                        .forEach(code -> statuses.put(code.code(), code.kind().status())));

        spec.at("/components/responses").properties().forEach(answer -> {
            int status =
                    Integer.parseInt(answer.getKey().substring(answer.getKey().lastIndexOf('_') + 1));
            answer.getValue()
                    .at("/content/application~1problem+json/examples")
                    .propertyNames()
                    .forEach(code -> assertThat(statuses.get(code))
                            .as("%s %s", answer.getKey(), code)
                            .isEqualTo(status));
        });
        spec.at("/components/examples")
                .forEach(example -> assertThat(
                                spec.validator(spec.schema("Problem")).wrong(example.path("value")))
                        .isEmpty());
    }

    private static List<ErrorCode> constants(String enumName) {
        try {
            return List.of((ErrorCode[]) Class.forName(enumName).getEnumConstants());
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Every parameter that any route has is tried on every route. */
    @Test
    void routesTakeTheParametersThatAreDescribedAndNoOthers() {
        Set<String> names = new TreeSet<>();
        spec.each((name, operation) -> names.addAll(queryParameters(operation)));
        assertThat(names).contains("filter", "duplicates", "period", "q");

        List<String> wrong = new ArrayList<>();
        spec.each((name, operation) -> {
            boolean tried = name.startsWith("GET ") || name.contains("/records/lead");
            if (tried && !name.contains("{object}") && !name.contains(PROBES) && !name.endsWith("/events")) {
                for (String parameter : names) {
                    boolean taken = !refusesParameter(name, parameter);
                    if (taken != queryParameters(operation).contains(parameter)) {
                        wrong.add(name + "?" + parameter);
                    }
                }
            }
        });
        assertThat(wrong).isEmpty();
    }

    private Set<String> queryParameters(JsonNode operation) {
        Set<String> names = new TreeSet<>();
        for (JsonNode said : operation.path("parameters")) {
            JsonNode parameter =
                    said.has("$ref") ? spec.at(said.path("$ref").asString().substring(1)) : said;
            if (parameter.path("in").asString().equals("query")) {
                names.add(parameter.path("name").asString());
            }
        }
        return names;
    }

    private boolean refusesParameter(String name, String parameter) {
        String[] parts = name.split(" ");
        String path =
                parts[1].substring("/api/v1".length()).replaceAll("\\{[^}]+}", "01a2094f-cf03-773a-8b84-d84cc3d6ded0");
        Answer answer = admin.header("If-Match", "\"1\"")
                .send(
                        parts[0],
                        path + "?" + parameter + "=x",
                        parts[0].equals("GET") || parts[0].equals("DELETE") ? null : "{}");
        admin.without("If-Match");
        return answer.raw().contains("request.unknown_parameter");
    }

    @Test
    void speaksTheReadersLanguage() {
        Spec chinese = Spec.of(company.admin().speaking("zh-CN"));

        assertThat(spec.at("/components/schemas/lead/properties/mobile/title").asString())
                .isEqualTo("Mobile");
        assertThat(chinese.at("/components/schemas/lead/properties/mobile/title")
                        .asString())
                .isEqualTo("手机");
        assertThat(spec.operation("GET", "/records/lead").path("summary").asString())
                .isEqualTo("List Leads");
        assertThat(chinese.operation("GET", "/records/lead").path("summary").asString())
                .isEqualTo("列出线索");
        assertThat(chinese.document().toString()).doesNotContain("Not permitted");
    }

    @Test
    void whatACompanyAddsIsThereAtOnce() {
        TestTenant other = tenants.fresh();
        Api shaper = other.admin().speaking("en");
        shaper.post("/meta/objects", spec.example("POST", "/meta/objects")).expect(201);
        shaper.post("/meta/objects/lead/fields", spec.example("POST", "/meta/objects/{object}/fields"))
                .expect(201);
        shaper.post(
                        "/meta/objects/c_site/fields",
                        Map.of(
                                "name",
                                "kind",
                                "type",
                                "choice",
                                "label",
                                Map.of("en", "Kind"),
                                "choices",
                                List.of("new", "old")))
                .expect(201);

        Spec now = Spec.of(shaper);
        assertThat(now.at("/components/schemas/lead/properties/c_budget/title").asString())
                .isEqualTo("Budget");
        assertThat(now.properties("lead_create")).contains("c_budget");
        assertThat(now.at("/components/schemas/c_site_create/properties/c_kind/enum")
                        .toString())
                .isEqualTo("[\"new\",\"old\",null]");
        shaper.post("/records/c_site", now.example("POST", "/records/c_site")).expect(201);
        assertThat(Spec.of(admin).document().toString()).doesNotContain("c_site");
    }

    @Test
    void whatTheReaderMayNotKnowIsAbsent() {
        admin.post(
                        "/roles",
                        Map.of(
                                "name", "blind",
                                "objects", Map.of("lead", Map.of("read", "all", "update", "own")),
                                "fields",
                                        Map.of("lead.score", "hidden", "lead.mobile", "masked", "lead.email", "read")))
                .expect(201);
        Spec blind = Spec.of(company.as("blind", "blind").speaking("en"));

        assertThat(blind.properties("lead")).doesNotContain("score").contains("mobile", "email");
        assertThat(blind.properties("lead_update"))
                .doesNotContain("score", "mobile", "email")
                .contains("name");
        assertThat(blind.at("/components/schemas/lead/properties/mobile/readOnly")
                        .asBoolean())
                .isTrue();
        assertThat(blind.operation("POST", "/records/lead").isMissingNode()).isTrue();
        assertThat(blind.operation("DELETE", "/records/lead/{id}").isMissingNode())
                .isTrue();
        assertThat(blind.schema("lead_create").isMissingNode()).isTrue();
        assertThat(blind.schema("opportunity").isMissingNode()).isTrue();
        assertThat(blind.operation("GET", "/records/opportunity").isMissingNode())
                .isTrue();
    }

    @Test
    void verbsHaveTheirInputs() {
        JsonNode convert = spec.operation("POST", "/records/lead/{id}/convert");
        JsonNode input = convert.at("/requestBody/content/application~1json/schema");

        assertThat(input.at("/properties/close_date/format").asString()).isEqualTo("date");
        assertThat(input.at("/properties/close_date/title").asString()).isEqualTo("Expected close");
        assertThat(convert.path("responses").path("409").path("$ref").asString())
                .endsWith("/convert_409");
        assertThat(spec.at("/components/responses/convert_409/content/application~1problem+json/examples")
                        .has("lead.already_converted"))
                .isTrue();
        assertThat(spec.operation("POST", "/records/user/{id}/hand_over")
                        .at("/requestBody/content/application~1json/schema/required")
                        .toString())
                .isEqualTo("[\"to\"]");
    }

    @Test
    void routesSayWhoMayCallThem() {
        assertThat(spec.operation("GET", "/records/lead").path("security").toString())
                .isEqualTo("[{\"token\":[\"records:read\"]},{\"session\":[],\"csrf\":[]}]");
        assertThat(spec.operation("POST", "/session").path("security")).isEmpty();
    }

    @Test
    void noExampleIsAgainstItsSchema() {
        List<String> wrong = new ArrayList<>();
        spec.each((name, operation) -> {
            collect(name, operation.at("/requestBody/content"), wrong);
            operation.path("responses").forEach(answer -> collect(name, answer.path("content"), wrong));
        });
        assertThat(wrong).isEmpty();
    }

    private void collect(String name, JsonNode content, List<String> wrong) {
        content.forEach(media -> {
            if (media.has("example")) {
                spec.validator(media.path("schema"))
                        .wrong(media.path("example"))
                        .forEach(problem -> wrong.add(name + " " + problem + " " + media.path("example")));
            }
        });
    }

    @Test
    void filtersNest() {
        JsonSchema filter = spec.validator(spec.schema("Filter"));
        JsonNode good = Api.JSON.readTree(
                "{\"and\":[{\"not\":{\"field\":\"owner\",\"op\":\"eq\",\"value\":\"$me\"}},{\"or\":[]}]}");
        assertThat(filter.wrong(good)).isEmpty();
        admin.get("/records/lead?filter=" + URLEncoder.encode(good.toString(), StandardCharsets.UTF_8))
                .expect(200);
        assertThat(filter.wrong(Map.of("field", "owner", "op", "like"))).isNotEmpty();
        assertThat(filter.wrong(Map.of("xor", List.of()))).isNotEmpty();
    }
}
