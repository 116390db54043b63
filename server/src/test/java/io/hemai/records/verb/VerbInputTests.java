package io.hemai.records.verb;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestTenants;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who gives a word that is not one of those taken is told which are. */
@HemaiTest
class VerbInputTests {
    @Autowired
    TestTenants tenants;

    private Api admin;
    private String share;
    private String me;

    @BeforeEach
    void lead() {
        admin = tenants.fresh().admin().speaking("en");
        share = "/records/lead/"
                + admin.post("/records/lead", Map.of("name", "王芳")).expect(201).text("id") + "/share";
        me = admin.get("/session").expect(200).text("/user/id");
    }

    @Test
    void levelOfAShare() {
        Answer refused = admin.post(share, Map.of("with", List.of(Map.of("user", me)), "level", "edit"))
                .refused(400, "request.not_one_of");
        assertThat(refused.text("/errors/0/field")).isEqualTo("level");
        assertThat(refused.text("/errors/0/message")).contains("edit").endsWith("read, write, none.");
    }

    @Test
    void whoGetsAShare() {
        admin.post(share, Map.of("with", List.of())).refused(422, "share.nobody_named");
        assertThat(admin.post(share, Map.of("with", List.of(Map.of())))
                        .refused(400, "request.not_one_of")
                        .text("/errors/0/message"))
                .endsWith("{\"user\": id}, {\"department\": id}.");
    }

    @Test
    void choiceInAFilter() {
        Answer refused = admin.post(
                        "/records/lead/query", Map.of("filter", Map.of("field", "status", "op", "eq", "value", "hot")))
                .refused(400, "filter.invalid_operand");
        assertThat(refused.text("/errors/0/message")).contains("New (new)");
    }

    @Test
    void wordsStandInTheDescription() {
        String described = admin.get("/openapi.json").expect(200).raw();
        assertThat(described).contains("\"enum\":[\"read\",\"write\",\"none\",null]");
    }
}
