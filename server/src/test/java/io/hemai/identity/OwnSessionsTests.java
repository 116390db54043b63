package io.hemai.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestClock;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.annotation.Autowired;

/** Where somebody is signed in, and ending that elsewhere. */
@HemaiTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OwnSessionsTests {
    @Autowired
    TestTenants tenants;

    @Autowired
    TestClock clock;

    private TestTenant tenant;

    @BeforeAll
    void aCompany() {
        tenant = tenants.fresh();
    }

    private Api at(String login, String device) {
        tenant.person(login);
        return tenants.api().header("User-Agent", device).signIn(tenant.name(), login, TestTenant.PASSWORD);
    }

    private static List<String> devices(Answer listed) {
        return listed.expect(200).body().at("/items").findValuesAsString("user_agent");
    }

    @Test
    void listsTheOneThatAsksFirstThenByLastUse() {
        Api phone = at("li", "phone");
        clock.advance(Duration.ofMinutes(5));
        Api desk = at("li", "desk");
        clock.advance(Duration.ofMinutes(5));
        Api old = at("li", "laptop");
        clock.advance(Duration.ofMinutes(5));
        phone.get("/session").expect(200);

        Answer listed = desk.get("/sessions");

        assertThat(devices(listed)).containsExactly("desk", "phone", "laptop");
        assertThat(listed.body().at("/items").findValuesAsString("current")).containsExactly("true", "false", "false");
        assertThat(devices(old.get("/sessions"))).first().isEqualTo("laptop");
        assertThat(listed.text("/items/0/address")).isNotEmpty();
    }

    @Test
    void idsOpenNothing() {
        Api api = at("wu", "desk");
        String id = api.get("/sessions").text("/items/0/id");

        assertThat(id).hasSize(32);
        assertThat(api.cookie("hemai_session").orElseThrow()).doesNotContain(id);
        tenants.api().cookie("hemai_session", id).get("/session").expect(401);
        tenants.api().token(id).get("/session").expect(401);
    }

    @Test
    void endsOneOfOnesOwn() {
        Api phone = at("sun", "phone");
        Api desk = at("sun", "desk");
        String id = desk.get("/sessions").text("/items/1/id");

        desk.delete("/sessions/" + id).expect(204);

        phone.get("/session").expect(401);
        assertThat(devices(desk.get("/sessions"))).containsExactly("desk");
        desk.delete("/sessions/" + id).refused(404, "request.not_found");
    }

    @Test
    void endsAllOthers() {
        Api phone = at("zhou", "phone");
        Api laptop = at("zhou", "laptop");
        Api desk = at("zhou", "desk");
        Api colleague = at("colleague", "desk");

        desk.delete("/sessions").expect(204);

        phone.get("/session").expect(401);
        laptop.get("/session").expect(401);
        desk.get("/session").expect(200);
        colleague.get("/session").expect(200);
    }

    @Test
    void othersAreNeitherSeenNorEnded() {
        Api mine = at("zheng", "desk");
        Api theirs = at("wang", "phone");
        Api boss = tenant.admin();
        String id = theirs.get("/sessions").text("/items/0/id");

        mine.delete("/sessions/" + id).refused(404, "request.not_found");
        boss.delete("/sessions/" + id).refused(404, "request.not_found");
        tenants.fresh().admin().delete("/sessions/" + id).refused(404, "request.not_found");

        theirs.get("/session").expect(200);
        assertThat(devices(mine.get("/sessions"))).containsExactly("desk");
    }

    @Test
    void whatHasRunOutIsNotListed() {
        at("idle", "phone");
        clock.advance(Duration.ofHours(11));
        Api desk = at("idle", "desk");
        clock.advance(Duration.ofHours(2));

        assertThat(devices(desk.get("/sessions"))).containsExactly("desk");
    }

    @Test
    void programsHaveNoPlaceHere() {
        Api api = tenant.admin();
        String token = api.post("/tokens", Map.of("name", "all", "scopes", List.of("admin")))
                .expect(201)
                .text("token");

        api.token(token).get("/sessions").refused(403, "session.only");
        api.token(token).delete("/sessions").refused(403, "session.only");
        api.get("/session").expect(200);
    }
}
