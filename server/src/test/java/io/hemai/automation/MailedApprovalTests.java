package io.hemai.automation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.hemai.kernel.RecordId;
import io.hemai.kernel.TenantId;
import io.hemai.tenancy.DueWork;
import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.TestMail;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Who is asked by mail decides by the link in it, without signing in. */
class MailedApprovalTests extends ApprovalCompany {
    private static final String LOOK = "/public/approvals/look";
    private static final String DECIDE = "/public/approvals/decide";
    private static final Pattern LINK = Pattern.compile("http://hemai\\.example/decide#(\\S+)");

    @Autowired
    List<DueWork> workers;

    private Api nobody;
    private Api signer;
    private RecordId signerId;
    private String signerName;

    /** Who is told of little gets a mail of each. */
    @BeforeEach
    void signer(TestInfo test) {
        nobody = manager.anew();
        signerName = test.getTestMethod().orElseThrow().getName().toLowerCase(Locale.ROOT);
        signerId = company.person(signerName, "sales_manager");
        signer = company.as(signerName);
        patch("/records/user/" + signerId, Map.of("email", address()));
    }

    private String address() {
        return signerId + "@hemai.example";
    }

    private String asked(Map<String, Object> terms) {
        String record = offer(Map.of("name", "an offer", "size", 42));
        submit(published("sample", BUTTON, Map.of(), ask("a", terms)), record);
        task(signer, record);
        return record;
    }

    /** What the link says in the mail to the signer. */
    private String link() throws Exception {
        clock.advance(Duration.ofMinutes(4));
        workers.forEach(worker -> worker.wake(new TenantId(company.name())));
        await().atMost(PATIENCE).until(() -> !TestMail.to(address()).isEmpty());
        Matcher link = LINK.matcher(text(TestMail.to(address()).getFirst()));
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private static String text(MimeMessage mail) throws Exception {
        return (String) ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent();
    }

    private Answer look(String link) {
        return nobody.post(LOOK, Map.of("link", link));
    }

    private Answer decide(String link, String decision, String content, String comment) {
        Map<String, Object> given = new HashMap<>(Map.of("link", link, "decision", decision, "content", content));
        given.put("comment", comment);
        return nobody.post(DECIDE, given);
    }

    private static String content(Answer looked) {
        return looked.at("/asked/approval/content").asString();
    }

    @Test
    void whoIsAskedByMailDecidesByIt() throws Exception {
        String record = asked(people(signerId, directorId));
        String link = link();

        Answer looked = look(link).expect(200);
        assertThat(looked.header("Cache-Control")).contains("no-store");
        assertThat(looked.text("person")).isEqualTo(signerName);
        assertThat(looked.text("status")).isEqualTo("pending");
        assertThat(looked.at("/asked/label").asString()).isEqualTo("an offer");
        assertThat(looked.at("/asked/facts").toString()).contains("42");
        assertThat(looked.at("/asked/approval/submitter/label").asString()).isEqualTo("seller");
        look(link).expect(200);

        decide(link, "refuse", content(looked), " ").refused(422, "approval.reason_needed");
        Answer decided = decide(link, "approve", content(looked), "同意").expect(200);
        assertThat(decided.text("status")).isEqualTo("approved");
        assertThat(decided.at("/asked").isNull()).isTrue();
        JsonNode told = approval(seller, record, "approved");
        assertThat(story(told)).containsExactly("submitted seller>", "approved " + signerName + ">");
        assertThat(told.at("/acts/0/by_mail").asBoolean()).isFalse();
        assertThat(told.at("/acts/1/by_mail").asBoolean()).isTrue();

        Answer again = look(link).expect(200);
        assertThat(again.text("status")).isEqualTo("approved");
        assertThat(again.text("comment")).isEqualTo("同意");
        assertThat(again.raw()).doesNotContain("an offer");
        assertThat(signer.get("/records/approval_task?fields=by_mail,status")
                        .at("/items/0/by_mail")
                        .asBoolean())
                .isTrue();
        decide(link, "refuse", content(looked), "不").refused(409, "approval.already_decided");
    }

    @Test
    void aLinkOpensNothingElse() throws Exception {
        String record = asked(people(signerId));
        String link = link();
        look(link.substring(1)).refused(404, "approval.link_expired");
        look("").refused(400, "request.missing");
        decide(link, "withdraw", "x", "").refused(400, "request.not_one_of");
        nobody.post(DECIDE, Map.of("link", link, "decision", "approve")).refused(400, "request.missing");
        assertThat(nobody.token(link).get("/records/sample/" + record).status()).isEqualTo(401);
        assertThat(nobody.get("/records/sample/" + record).status()).isEqualTo(401);
        // a program that follows links in mails gets the page and no more
        assertThat(nobody.get("/public/approvals/look").status()).isEqualTo(405);
        assertThat(look(link).text("status")).isEqualTo("pending");
    }

    @Test
    void itIsDecidedOnWhatWasLookedAt() throws Exception {
        String record = asked(and(people(signerId), "editable", List.of("size")));
        String link = link();
        String seen = content(look(link));
        admin.post(
                        "/records/sample/" + record + "/share",
                        Map.of("with", List.of(Map.of("user", signerId.toString())), "level", "write"))
                .expect(200);
        patches(signer, record, Map.of("size", 43)).expect(200);
        decide(link, "approve", seen, "").refused(409, "approval.content_changed");
        Answer now = look(link);
        assertThat(now.at("/asked/facts").toString()).contains("43");
        decide(link, "approve", content(now), "").expect(200);
        approval(seller, record, "approved");
    }

    @Test
    void whatIsNotTheirsAnyMoreIsSaidSo() throws Exception {
        String record = asked(people(signerId));
        String link = link();
        does(signer, task(signer, record), "hand_on", Map.of("to", directorId.toString()))
                .expect(200);
        Answer looked = look(link).expect(200);
        assertThat(looked.text("status")).isEqualTo("handed_on");
        assertThat(looked.at("/asked").isNull()).isTrue();
        asSubmitter(approval(seller, record, "pending"), "withdraw", Map.of()).expect(200);

        clock.advance(Duration.ofDays(7));
        look(link).refused(404, "approval.link_expired");
    }

    @Test
    void whoHasLeftDecidesNothing() throws Exception {
        asked(people(signerId));
        String link = link();
        look(link).expect(200);
        patch("/records/user/" + signerId, Map.of("active", false));
        look(link).refused(404, "approval.link_expired");
        decide(link, "approve", "x", "").refused(404, "approval.link_expired");
        patch("/records/user/" + signerId, Map.of("active", true));
        look(link).refused(404, "approval.link_expired");
    }
}
