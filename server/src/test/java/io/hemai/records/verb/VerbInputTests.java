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
    void textsAreNoLongerThanWhatTheyBecome() {
        String endless = "长".repeat(1_900_000);
        String deal = "/records/opportunity/"
                + admin.post("/records/opportunity", Map.of("name", "deal"))
                        .expect(201)
                        .text("id");
        String lead = share.replace("/share", "");

        tooLong("note", admin.post(deal + "/close_won", Map.of("note", endless)));
        tooLong("note", admin.post(deal + "/move_stage", Map.of("stage", "proposal", "note", endless)));
        tooLong("note", admin.post(deal + "/move_stage", Map.of("stage", "proposal", "note", "x".repeat(2_001))));
        tooLong("reason", admin.post(lead + "/release", Map.of("reason", endless)));
        tooLong("account_name", admin.post(lead + "/convert", Map.of("account_name", "x".repeat(256))));
        // a reason of the greatest length is kept whole, and so is a longer note of a closed deal
        admin.post(lead + "/release", Map.of("reason", "x".repeat(2_000))).expect(200);
        assertThat(admin.get(lead + "/timeline").expect(200).raw()).contains("x".repeat(2_000));
        admin.post(deal + "/move_stage", Map.of("stage", "won", "note", "x".repeat(5_000)))
                .expect(200);
    }

    private static void tooLong(String input, Answer answer) {
        assertThat(answer.refused(422, "value.too_long").text("/errors/0/field"))
                .isEqualTo(input);
    }

    @Test
    void wordsStandInTheDescription() {
        String described = admin.get("/openapi.json").expect(200).raw();
        assertThat(described).contains("\"enum\":[\"read\",\"write\",\"none\",null]");
    }
}
