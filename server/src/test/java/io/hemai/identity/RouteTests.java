package io.hemai.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.identity.web.RouteAccess;
import io.hemai.identity.web.RouteAccess.Rule;
import io.hemai.kernel.RecordId;
import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every route is declared in a file {@code routes/<module>.csv} with who may call it, and keeps to it. A new route is added there: method,
 * path, and a scope or {@code anybody}, {@code signed_in}, {@code session}.
 */
@HemaiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RouteTests {
    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping routes;

    @Autowired
    TestTenants tenants;

    private final Map<Scope, Api> programs = new EnumMap<>(Scope.class);
    private TestTenant tenant;
    private Api admin;
    private Api seller;
    private Api viewer;
    private Api neighbour;
    private Api switchedOff;

    /** A line of the declaration. */
    record Route(String method, String path, String access) {
        @Override
        public String toString() {
            return method + "," + path + "," + access;
        }

        /** With something in the place of each variable. */
        String called() {
            return "/" + path.replaceAll("\\{[^}]+}", "01a2094f-cf03-773a-8b84-d84cc3d6ded0");
        }
    }

    @BeforeAll
    void aCompanyWithPrograms() {
        tenant = tenants.fresh();
        admin = tenant.admin();
        seller = tenant.as("seller", "sales");
        viewer = tenant.as("viewer", "viewer");
        neighbour = tenants.fresh().admin();
        RecordId gone = tenant.person("gone", "sales");
        switchedOff = tenant.as("gone");
        String tag = admin.get("/records/user/" + gone).header("ETag");
        admin.header("If-Match", tag)
                .patch("/records/user/" + gone, Map.of("active", false))
                .expect(200);
        admin.without("If-Match");
        for (Scope scope : Scope.values()) {
            programs.put(
                    scope,
                    admin.token(admin.post("/tokens", Map.of("name", scope.code(), "scopes", List.of(scope.code())))
                            .text("token")));
        }
    }

    @Test
    void everyRouteIsDeclaredAndEveryDeclarationHasItsRoute() throws IOException {
        TreeSet<String> found = new TreeSet<>();
        routes.getHandlerMethods().forEach((info, method) -> {
            if (isOurs(method)) {
                found.addAll(lines(info, method));
            }
        });

        assertThat(found)
                .containsExactlyInAnyOrderElementsOf(
                        declared().map(Route::toString).toList());
    }

    @ParameterizedTest
    @MethodSource("declared")
    void nobodyGetsOnlyWhatIsOpen(Route route) {
        Answer answer = call(tenants.api(), route);

        assertThat(answer.status() == 401).isEqualTo(!route.access().equals("anybody"));
    }

    @ParameterizedTest
    @MethodSource("declared")
    void tokenGetsOnlyWhatItsScopeAllows(Route route) {
        programs.forEach((scope, program) -> {
            Answer answer = call(program, route);
            boolean allowed = List.of("anybody", "signed_in", scope.code()).contains(route.access());
            boolean refused = answer.status() == 403
                    && List.of("token.scope", "session.only").contains(answer.code());
            assertThat(refused).as("%s with %s: %s", route, scope, answer).isEqualTo(!allowed);
        });
    }

    @ParameterizedTest
    @MethodSource("declared")
    void sessionIsNotRefusedAtTheDoorAndWritesOnlyWithItsMark(Route route) {
        // a sign-out in between is the only thing that needs another session
        boolean ends = route.method().equals("DELETE") && route.path().equals("/api/v1/session");
        Api person = ends ? tenant.admin() : admin;
        boolean reads = List.of("GET", "HEAD").contains(route.method());
        boolean signsIn = route.method().equals("POST") && route.path().equals("/api/v1/session");

        Answer unmarked = call(person.without("X-CSRF-TOKEN"), route);
        person.header("X-CSRF-TOKEN", person.get("/session").text("csrf"));
        Answer marked = call(person, route);

        assertThat(marked.status()).as("%s", marked).isNotEqualTo(401);
        assertThat(unmarked.status() == 403 && unmarked.code().equals("session.csrf"))
                .as("%s", unmarked)
                .isEqualTo(!reads && !signsIn);
    }

    @ParameterizedTest
    @MethodSource("declared")
    void whoIsSwitchedOffIsNobody(Route route) {
        Answer answer = call(switchedOff, route);

        assertThat(answer.status() == 401)
                .as("%s", answer)
                .isEqualTo(!route.access().equals("anybody"));
    }

    @ParameterizedTest
    @MethodSource("declared")
    void peopleWithoutAdministrationShapeAndLookAfterNothing(Route route) {
        boolean ends = route.method().equals("DELETE") && route.path().equals("/api/v1/session");
        List<String> own = List.of("/api/v1/tokens", "/api/v1/tokens/{id}");
        boolean closed = List.of("admin", "meta:write").contains(route.access()) && !own.contains(route.path());
        for (Api person : ends ? List.<Api>of() : List.of(seller, viewer, neighbour)) {
            Answer answer = call(person, route);
            boolean stranger = person == neighbour;

            assertThat(answer.status())
                    .as("%s: %s", route, answer)
                    .isLessThan(500)
                    .isNotEqualTo(401);
            if (closed && !stranger) {
                assertThat(answer.status()).as("%s: %s", route, answer).isBetween(400, 404);
            }
            // the id of somebody of this company is nobody's in another one
            if (stranger && route.path().contains("/users/{id}")) {
                assertThat(answer.status()).as("%s: %s", route, answer).isBetween(400, 422);
            }
        }
    }

    private static Answer call(Api api, Route route) {
        return api.send(route.method(), route.called(), route.method().equals("GET") ? null : "{}");
    }

    private static boolean isOurs(HandlerMethod method) {
        String bean = method.getBeanType().getName();
        return bean.startsWith("io.hemai.")
                && !bean.startsWith("io.hemai.testing.")
                && !bean.equals("io.hemai.web.ErrorPage");
    }

    private static List<String> lines(RequestMappingInfo info, HandlerMethod method) {
        String access = RouteAccess.rule(method)
                .map(rule -> switch (rule) {
                    case Rule.Open(OpenTo.Who who) -> who.name().toLowerCase(Locale.ROOT);
                    case Rule.Scoped(Scope scope) -> scope.code();
                })
                .orElse("UNDECLARED");
        return info.getPatternValues().stream()
                .flatMap(path -> info.getMethodsCondition().getMethods().isEmpty()
                        ? Stream.of(new Route("ANY", path, access))
                        : info.getMethodsCondition().getMethods().stream()
                                .map(verb -> new Route(verb.name(), path, access)))
                .map(Route::toString)
                .toList();
    }

    static Stream<Route> declared() throws IOException {
        List<Route> declared = new ArrayList<>();
        for (Resource file : new PathMatchingResourcePatternResolver().getResources("classpath*:routes/*.csv")) {
            file.getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(","))
                    .map(parts -> new Route(parts[0], parts[1], parts[2]))
                    .forEach(declared::add);
        }
        return declared.stream();
    }

    @Test
    void everyScopeIsTried() {
        assertThat(programs.keySet()).containsAll(Arrays.asList(Scope.values()));
    }
}
