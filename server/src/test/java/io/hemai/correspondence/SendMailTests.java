package io.hemai.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.tenancy.DueWork;
import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.Form;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestClock;
import io.hemai.testing.TestMail;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Mails that people write on records: from the form to the customer's mail program. */
@HemaiTest
class SendMailTests {
    private static final byte[] PIXEL = java.util.Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==");

    @Autowired
    TestTenants tenants;

    @Autowired
    List<DueWork> works;

    @Autowired
    TestClock clock;

    private TestTenant tenant;
    private Mails mails;

    @BeforeEach
    void aLead() {
        tenant = tenants.fresh();
        mails = new Mails(tenant, works, clock);
    }

    private Answer send(Map<String, Object> mail) {
        return mails.li.post("/records/lead/" + mails.lead + "/send_mail", mail);
    }

    private String stored(Api who, String name, byte[] content) {
        return new Form()
                .file("file", name, "application/octet-stream", content)
                .post(who, "/files")
                .expect(201)
                .text("/id");
    }

    @Test
    void itReachesTheCustomerAndStandsOnTheTimeline() throws Exception {
        Map<String, Object> mail = mails.mail();
        mail.put("cc", List.of("wang@example.com"));
        mail.put("bcc", List.of("chef@example.com"));
        mail.put("files", List.of(stored(mails.li, "报价单.pdf", "%PDF-1.4 报价".getBytes(StandardCharsets.UTF_8))));
        String id = mails.sent(mail);
        assertThat(mails.state(id)).isEqualTo("sending");
        assertThat(TestMail.to(mails.customer)).isEmpty();

        mails.leave();
        MimeMessage arrived = Mails.arrived(mails.customer);
        assertThat(arrived.getFrom()[0].toString()).contains("crm@hemai.example");
        assertThat(((jakarta.mail.internet.InternetAddress) arrived.getFrom()[0]).getPersonal())
                .isNotBlank();
        assertThat(arrived.getSubject()).isEqualTo("报价单");
        assertThat(arrived.getMessageID()).startsWith("<" + id + "." + tenant.name() + "@");
        assertThat(arrived.getRecipients(Message.RecipientType.CC)).hasSize(1);
        assertThat(arrived.getRecipients(Message.RecipientType.BCC)).isNull();
        assertThat(arrived.getHeader("Auto-Submitted")).isNull();
        MimeMultipart whole = (MimeMultipart) arrived.getContent();
        assertThat(whole.getContentType()).startsWith("multipart/mixed");
        assertThat(whole.getBodyPart(1).getFileName()).isEqualTo("报价单.pdf");
        MimeMultipart said = (MimeMultipart) whole.getBodyPart(0).getContent();
        assertThat(said.getBodyPart(0).getContent().toString()).contains("张总，您好！\n报价见附件。".split("\n"));
        assertThat(said.getBodyPart(1).getContent().toString()).contains("<p>报价见附件。</p>");

        Mails.until(() -> mails.state(id).equals("sent"));
        JsonNode told = mails.item(id);
        assertThat(told.at("/kind").asString()).isEqualTo("mail");
        assertThat(told.at("/facts/mail_to").asString()).isEqualTo("张伟 <" + mails.customer + ">");
        assertThat(told.at("/facts/mail_state").asString()).isEqualTo("sent");
        assertThat(told.at("/files/0/name").asString()).isEqualTo("报价单.pdf");
        // what was attached is told with the mail
        assertThat(kinds()).doesNotContain("file").contains("mail");
        // a mail is work on the mails.lead
        assertThat(mails.li.get("/records/lead/" + mails.lead).text("/status")).isEqualTo("working");
    }

    private List<String> kinds() {
        return mails.items().stream().map(item -> item.path("kind").asString()).toList();
    }

    @Test
    void imagesGoAlong() throws Exception {
        String image = stored(mails.li, "logo.png", PIXEL);
        Map<String, Object> mail = mails.mail();
        mail.put("body", "<p>见图</p><p><img src=\"/api/v1/files/" + image + "\"></p>");
        mails.sent(mail);
        mails.leave();
        MimeMultipart whole = (MimeMultipart) Mails.arrived(mails.customer).getContent();
        assertThat(whole.getContentType()).startsWith("multipart/related");
        MimeMultipart said = (MimeMultipart) whole.getBodyPart(0).getContent();
        assertThat(said.getBodyPart(1).getContent().toString()).contains("src=\"cid:" + image + "@hemai\"");
        assertThat(whole.getBodyPart(1).getHeader("Content-ID")).containsExactly("<" + image + "@hemai>");
    }

    @Test
    void whoThinksBetterOfItTakesItBack() throws Exception {
        Map<String, Object> mail = mails.mail();
        mail.put("files", List.of(stored(mails.li, "报价单.pdf", PIXEL)));
        String id = mails.sent(mail);
        mails.li.post("/records/activity/" + id + "/take_back", Map.of()).expect(200);
        mails.leave();
        mails.li.get("/records/activity/" + id).expect(404);
        assertThat(kinds()).doesNotContain("mail");

        // with what was attached, as it stands in the form again
        String second = mails.sent(mail);
        mails.leave();
        Mails.until(() -> mails.state(second).equals("sent"));
        assertThat(TestMail.to(mails.customer)).hasSize(1);
        mails.li.post("/records/activity/" + second + "/take_back", Map.of()).refused(409, "correspondence.has_left");
        assertThat(mails.state(second)).isEqualTo("sent");
    }

    @Test
    void aMailThatIsDeletedDoesNotLeave() throws Exception {
        String id = mails.sent(mails.mail());
        mails.li
                .header("If-Match", mails.li.get("/records/activity/" + id).header("ETag"))
                .delete("/records/activity/" + id)
                .expect(204);
        mails.li.without("If-Match");
        String second = mails.sent(mails.mail());
        mails.leave();
        Mails.until(() -> mails.state(second).equals("sent"));
        assertThat(TestMail.to(mails.customer)).hasSize(1);
    }

    @Test
    void whatIsWrongIsSaidAtOnceAndNothingIsSent() {
        Answer refused = mails.li.post(
                "/records/lead/" + mails.lead + "/send_mail",
                Map.of("to", List.of("张伟", mails.customer), "cc", List.of("a@b@c"), "subject", " ", "body", "<p></p>"));
        assertThat(refused.status()).isBetween(400, 422);
        assertThat(refused.at("/errors")
                        .valueStream()
                        .map(error -> error.path("field").asString()))
                .containsExactlyInAnyOrder("to", "cc", "subject", "body");
        assertThat(kinds()).doesNotContain("mail");
    }

    @Test
    void noFileOfOthersGoesOut() {
        Api wang = tenant.as("wang", "sales");
        String secret = stored(wang, "底价.xlsx", "成本".getBytes(StandardCharsets.UTF_8));
        Map<String, Object> mail = mails.mail();
        mail.put("files", List.of(secret));
        assertThat(send(mail).status()).isEqualTo(422);

        String picture = stored(wang, "plan.png", PIXEL);
        Map<String, Object> shown = mails.mail();
        shown.put("body", "<p>见图 <img src=\"/api/v1/files/" + picture + "\"></p>");
        assertThat(send(shown).status()).isEqualTo(422);
    }

    @Test
    void aRecordOfOthersIsWrittenAboutByNobodyElse() {
        Api wang = tenant.as("wang", "sales");
        wang.post("/records/lead/" + mails.lead + "/send_mail", mails.mail()).expect(404);
        Api viewer = tenant.as("viewer", "viewer");
        viewer.post("/records/lead/" + mails.lead + "/send_mail", mails.mail()).expect(403);
    }

    @Test
    void anAnswerStaysInTheThread() throws Exception {
        String first = mails.sent(mails.mail());
        mails.leave();
        String firstId = Mails.arrived(mails.customer).getMessageID();
        Map<String, Object> more = mails.mail();
        more.put("answers", first);
        more.put("subject", "Re: 报价单");
        String second = mails.sent(more);
        mails.leave();
        Mails.until(() -> TestMail.to(mails.customer).size() == 2);
        MimeMessage answer = Mails.arrived(mails.customer);
        assertThat(answer.getHeader("In-Reply-To")).containsExactly(firstId);
        assertThat(answer.getHeader("References")[0]).contains(firstId);
        assertThat(mails.activity(second).at("/mail_thread/id").asString()).isEqualTo(first);
    }

    @Test
    void headersCannotBeInjected() throws Exception {
        Map<String, Object> mail = mails.mail();
        mail.put("to", List.of("张伟\r\nBcc: evil@example.com <" + mails.customer + ">"));
        mail.put("subject", "报价单\r\nBcc: evil@example.com");
        Answer answer = send(mail);
        if (answer.status() == 200) {
            mails.leave();
            assertThat(Mails.arrived(mails.customer).getAllRecipients()).hasSize(1);
        } else {
            assertThat(answer.status()).isEqualTo(422);
        }
    }

    @Test
    void aTemplateSaysWhatTheReaderMaySee() {
        String template = mails.made(
                "mail_template",
                Map.of(
                        "name", "初次联系",
                        "object", "lead",
                        "subject", "{{company}} 您好",
                        "body", "<p>{{name}} 您好，我是{{me}}。</p>"));
        mails.li.patch("/records/lead/" + mails.lead, Map.of());
        Answer drafted = mails.li
                .post("/records/lead/" + mails.lead + "/draft_mail", Map.of("template", template))
                .expect(200);
        assertThat(drafted.text("/subject")).isEqualTo("华东精密 您好");
        assertThat(drafted.text("/body"))
                .startsWith("<p>张伟 您好")
                .endsWith("我是li。</p>")
                .doesNotContain("{{");

        String account = mails.made("account", Map.of("name", "华东精密"));
        mails.li
                .post("/records/account/" + account + "/draft_mail", Map.of("template", template))
                .refused(422, "correspondence.other_object");
    }

    @Test
    void itIsOfferedWherePeopleWorkWithCustomers() {
        List<String> verbs = mails.li
                .get("/meta/objects/lead")
                .expect(200)
                .at("/verbs")
                .valueStream()
                .map(verb -> verb.path("name").asString())
                .toList();
        assertThat(verbs).contains("send_mail", "draft_mail");
        assertThat(mails.li.get("/meta/objects/task").expect(200).at("/verbs").toString())
                .doesNotContain("send_mail");
    }
}
