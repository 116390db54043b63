package io.hemai.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hemai.testing.Answer;
import io.hemai.testing.TestMail;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Flows that mail customers, from the definition to the mailbox. */
class MailStepTests extends FlowCompany {
    private static final Map<String, Object> CREATED = Map.of("kind", "created");

    private static Map<String, Object> mail(String to, String subject, String body) {
        return Map.of("do", "mail", "input", Map.of("to", to, "subject", subject, "body", body));
    }

    private String address(String name) {
        return name + "@" + company.name().replace('_', '-') + ".example";
    }

    private static String text(MimeMessage mail, int part) throws Exception {
        return (String) ((MimeMultipart) mail.getContent()).getBodyPart(part).getContent();
    }

    private List<MimeMessage> mails(String address, int expected) {
        await().atMost(PATIENCE).until(() -> TestMail.to(address).size() >= expected);
        return TestMail.to(address);
    }

    @Test
    void aLeadIsMailedAndItsOwnerGetsTheAnswer() throws Exception {
        String owner = company.person("mailseller", "sales").toString();
        patch("/records/user/" + owner, Map.of("email", address("seller")));
        String flow = published(
                "lead",
                CREATED,
                when("company", "远航物流"),
                mail("email", "{{name}}，您好", "{{name}} 您好：\n感谢您对<b>合脉</b>的关注。\n\n状态 {{status}}，联系人 {{owner}}。"));
        String lead = admin.post(
                        "/records/lead",
                        Map.of("name", "赵<i>敏", "company", "远航物流", "email", address("zhao"), "owner", owner))
                .expect(201)
                .text("id");

        JsonNode run = ended(flow, 1).get(0);
        assertThat(run.path("state").asString()).as(run.toString()).isEqualTo("done");
        MimeMessage mail = mails(address("zhao"), 1).getFirst();
        assertThat(mail.getSubject()).isEqualTo("赵<i>敏，您好");
        assertThat(Arrays.toString(mail.getReplyTo())).contains(address("seller"));
        assertThat(text(mail, 0)).contains("感谢您对<b>合脉</b>的关注。", "状态 新线索", "联系人 mailseller");
        assertThat(text(mail, 1))
                .contains("赵&lt;i&gt;敏 您好", "<br", "&lt;b&gt;合脉")
                .doesNotContain("<i>");

        JsonNode noted = admin.post("/records/activity/query", Map.of("filter", when("lead", lead)))
                .expect(200)
                .at("/items");
        assertThat(noted).hasSize(1);
        assertThat(noted.at("/0/kind").asString()).isEqualTo("mail");
        // others read it, whatever of the lead they may see
        assertThat(noted.at("/0/subject").asString()).endsWith("]，您好").startsWith("[");
        assertThat(noted.toString()).contains("感谢您对<b>合脉</b>的关注").doesNotContain("赵<i>敏，");
        assertThat(noted.at("/0/owner/label").asString()).isEqualTo("mailseller");
    }

    @Test
    void whoeverALinkLeadsToIsMailedAndWhoHasNoAddressIsNot() throws Exception {
        String flow = published(
                "opportunity",
                CREATED,
                Map.of("field", "name", "op", "starts_with", "value", "寄给"),
                mail("contact", "{{name}}", "{{contact}}，您好"),
                update(Map.of("next_step", "等回信")));
        String reached = contact("钱进", Map.of("email", address("reached")));
        String none = contact("孙山", Map.of());
        List<Map<String, Object>> both =
                List.of(Map.of("name", "寄给有邮箱的", "contact", reached), Map.of("name", "寄给没有邮箱的", "contact", none));
        admin.post("/records/opportunity/batch", Map.of("create", both)).expect(200);

        JsonNode ended = ended(flow, 2);
        assertThat(ended.findValuesAsString("state")).containsOnly("done");
        assertThat(text(mails(address("reached"), 1).getFirst(), 0)).contains("钱进，您好");
        List<String> outcomes = ended.valueStream()
                .map(run -> admin.get(
                                "/flows/" + flow + "/runs/" + run.path("id").asString())
                        .expect(200)
                        .at("/steps/0/outcome")
                        .asString())
                .toList();
        assertThat(outcomes).containsExactlyInAnyOrder("done", "no_address");
    }

    private String contact(String name, Map<String, Object> more) {
        Map<String, Object> values = new HashMap<>(more);
        values.put("name", name);
        return admin.post("/records/contact?duplicates=allow", values)
                .expect(201)
                .text("id");
    }

    @Test
    void aTrialMailsNobody() {
        String flow = drawn("lead", CREATED, Map.of(), List.of(mail("email", "试", "{{name}}")))
                .expect(201)
                .text("id");
        String lead = admin.post("/records/lead", Map.of("name", "只是试试", "company", "试行公司", "email", address("trial")))
                .expect(201)
                .text("id");
        Answer tried =
                admin.post("/flows/" + flow + "/trial", Map.of("record", lead)).expect(200);
        assertThat(tried.at("/steps/0/outcome").asString()).isEqualTo("done");
        assertThat(tried.at("/changes").toString()).contains("activity");
        assertThat(admin.get("/admin/mails?limit=200").expect(200).raw()).doesNotContain(address("trial"));
        assertThat(admin.post("/records/activity/query", Map.of("filter", when("lead", lead)))
                        .at("/items"))
                .isEmpty();
    }

    @Test
    void whatCannotBeMailedIsRefusedWhenItIsDrawn() {
        assertThat(drawn("lead", CREATED, Map.of(), List.of(mail("name", "{{nothing}}", "x")))
                        .refused(422, "flow.no_address_field")
                        .at("/errors")
                        .findValuesAsString("code"))
                .contains("flow.unknown_field");
        drawn("lead", CREATED, Map.of(), List.of(mail("owner", "x", "x"))).refused(422, "flow.no_address_field");
        assertThat(drawn("lead", CREATED, Map.of(), List.of(mail("email", " ", "x")))
                        .at("/errors")
                        .findValuesAsString("code"))
                .contains("request.missing");
    }

    @Test
    void outsideOfWorkingHoursItWaits() throws Exception {
        admin.post(
                        "/records/working_day",
                        Map.of(
                                "name",
                                "closed",
                                "day",
                                clock.instant()
                                        .atZone(ZoneId.of("Asia/Shanghai"))
                                        .toLocalDate()
                                        .toString(),
                                "kind",
                                "off"))
                .expect(201);
        Map<String, Object> input = new HashMap<>();
        input.put("to", "email");
        input.put("subject", "{{name}}");
        input.put("body", "{{name}}");
        input.put("working", true);
        String flow = published("lead", CREATED, when("company", "夜里来的公司"), Map.of("do", "mail", "input", input));
        admin.post("/records/lead", Map.of("name", "夜里来的", "company", "夜里来的公司", "email", address("night")))
                .expect(201);
        await().atMost(PATIENCE).until(() -> {
            JsonNode all = runs(flow);
            return all.size() == 1
                    && steps(flow, all.get(0)).findValuesAsString("outcome").contains("not_yet");
        });
        assertThat(runs(flow).at("/0/state").asString()).isEqualTo("running");
        assertThat(Instant.parse(runs(flow).at("/0/due_at").asString())).isAfter(clock.instant());
        assertThat(TestMail.to(address("night"))).isEmpty();
    }
}
