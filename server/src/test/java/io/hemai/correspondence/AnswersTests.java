package io.hemai.correspondence;

import static io.hemai.correspondence.Mails.arrived;
import static io.hemai.correspondence.Mails.until;
import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.tenancy.DueWork;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestClock;
import io.hemai.testing.TestMail;
import io.hemai.testing.TestTenants;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What customers answer: from their mail program to the timeline of the record. */
@HemaiTest
class AnswersTests {
    @Autowired
    TestTenants tenants;

    @Autowired
    List<DueWork> works;

    @Autowired
    TestClock clock;

    private Mails mails;
    private String sent;
    private MimeMessage original;

    @BeforeEach
    void aMailThatArrived() throws Exception {
        mails = new Mails(tenants.fresh(), works, clock);
        sent = mails.sent(mails.mail());
        mails.leave();
        original = arrived(mails.customer);
    }

    private static String id() {
        return "<" + UUID.randomUUID() + "@customer.example>";
    }

    /** A message as a mail program writes it. */
    private static MimeMessage message(String text, Charset charset) throws Exception {
        return new MimeMessage(
                Session.getInstance(new Properties()),
                new ByteArrayInputStream(text.replace("\n", "\r\n").getBytes(charset)));
    }

    private static MimeMessage message(String text) throws Exception {
        return message(text, StandardCharsets.UTF_8);
    }

    private MimeMessage answer(String words) throws Exception {
        return message("""
                Message-ID: %s
                In-Reply-To: %s
                From: =?UTF-8?B?5byg5Lyf?= <%s>
                To: crm@hemai.example
                Subject: Re: =?UTF-8?B?5oql5Lu35Y2V?=
                MIME-Version: 1.0
                Content-Type: text/plain; charset=utf-8
                Content-Transfer-Encoding: 8bit

                %s
                """.formatted(id(), original.getMessageID(), mails.customer, words));
    }

    private JsonNode only() throws InterruptedException {
        until(() -> !mails.answers().isEmpty());
        assertThat(mails.answers()).hasSize(1);
        return mails.answers().getFirst();
    }

    @Test
    void itStandsOnTheTimelineAndWhoWaitsHearsOfIt() throws Exception {
        TestMail.arrives(answer("可以再便宜一点吗？"));
        JsonNode item = only();
        assertThat(item.path("title").asString()).isEqualTo("Re: 报价单");
        assertThat(item.path("body").asString()).isEqualTo("可以再便宜一点吗？");
        assertThat(item.at("/facts/direction").asString()).isEqualTo("inbound");
        assertThat(item.at("/facts/mail_from").asString()).isEqualTo("张伟 <" + mails.customer + ">");
        JsonNode activity = mails.activity(item.path("id").asString());
        assertThat(activity.at("/mail_thread/id").asString()).isEqualTo(sent);
        assertThat(activity.at("/lead/id").asString()).isEqualTo(mails.lead);
        // our own inbox is nobody to answer to
        assertThat(activity.path("mail_to").isNull()).isTrue();
        assertThat(mails.li.get("/records/notification").expect(200).raw()).contains("张伟回复了邮件");
    }

    @Test
    void itIsFoundByTheAddressWhereAProgramDropsReferences() throws Exception {
        String replyTo = ((InternetAddress) original.getReplyTo()[0]).getAddress();
        assertThat(replyTo).startsWith("crm+").endsWith("@hemai.example");
        MimeMessage bare = answer("收到");
        bare.removeHeader("In-Reply-To");
        bare.setHeader("To", "\"crm\" <" + replyTo.toUpperCase(java.util.Locale.ROOT) + ">");
        TestMail.arrives(bare);
        assertThat(only().path("body").asString()).isEqualTo("收到");
    }

    @Test
    void whatComesTwiceStandsThereOnce() throws Exception {
        MimeMessage answer = answer("收到");
        TestMail.arrives(answer);
        TestMail.arrives(answer);
        MimeMessage later = answer("还有一件事");
        TestMail.arrives(later);
        until(() -> mails.answers().size() == 2);
        assertThat(mails.answers().stream().map(item -> item.path("body").asString()))
                .containsExactlyInAnyOrder("收到", "还有一件事");
    }

    @Test
    void chineseProgramsAreRead() throws Exception {
        TestMail.arrives(
                message("""
                Message-ID: %s
                References: <other@customer.example> %s
                From: %s
                To: crm@hemai.example
                Subject: =?gb2312?B?u9i4tKO6sai827Wl?=
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary="outer"

                --outer
                Content-Type: multipart/alternative; boundary="inner"

                --inner
                Content-Type: text/plain; charset=gb2312
                Content-Transfer-Encoding: 8bit

                您好，朱镕基路。
                --inner
                Content-Type: text/html; charset=gb2312
                Content-Transfer-Encoding: 8bit

                <p>您好，<b>朱镕基路</b>。</p><script>alert(1)</script><img src="http://evil.example/pixel.png">
                --inner--
                --outer
                Content-Type: application/pdf; name="=?gbk?B?uvHNrC5wZGY=?="
                Content-Disposition: attachment; filename="=?gbk?B?uvHNrC5wZGY=?="
                Content-Transfer-Encoding: base64

                JVBERi0xLjQK
                --outer--
                """.formatted(id(), original.getMessageID(), mails.customer), Charset.forName("GB18030")));
        requireChinese(only());
    }

    private MimeMessage report(String messageId) throws Exception {
        return message("""
                Message-ID: %s
                From: MAILER-DAEMON@hemai.example
                To: crm@hemai.example
                Subject: Undelivered Mail Returned to Sender
                MIME-Version: 1.0
                Content-Type: multipart/report; report-type=delivery-status; boundary="b"

                --b
                Content-Type: text/plain

                I'm sorry to have to inform you that your message could not be delivered.
                --b
                Content-Type: message/delivery-status

                Reporting-MTA: dns; mx.hemai.example

                Final-Recipient: rfc822; %s
                Action: failed
                Status: 5.1.1
                Diagnostic-Code: smtp; 550 5.1.1 User unknown

                --b
                Content-Type: text/rfc822-headers

                Message-ID: %s
                Subject: x

                --b--
                """.formatted(id(), mails.customer, messageId));
    }

    private void requireChinese(JsonNode item) {
        assertThat(item.path("title").asString()).isEqualTo("回复：报价单");
        assertThat(item.path("body").asString()).isEqualTo("您好，朱镕基路。");
        assertThat(item.at("/files/0/name").asString()).endsWith(".pdf");
        assertThat(item.at("/files/0/type").asString()).isEqualTo("application/pdf");
        String html =
                mails.activity(item.path("id").asString()).path("mail_html").asString();
        assertThat(html).contains("<b>朱镕基路</b>").doesNotContain("script", "evil.example");
    }

    @Test
    void aBounceIsSaidWithItsReason() throws Exception {
        TestMail.arrives(report(original.getMessageID()));
        until(() -> mails.state(sent).equals("bounced"));
        assertThat(mails.activity(sent).path("mail_failure").asString())
                .isEqualTo(mails.customer + ": 550 5.1.1 User unknown");
        assertThat(mails.answers()).isEmpty();
    }

    @Test
    void noFileIsReachedByAnImageThatTheMailDidNotBring() throws Exception {
        String secret = mails.stored("底价.pdf");
        MimeMessage answer = answer("");
        answer.setContent("<p>x\u0092\f</p><img src=\"/api/v1/files/" + secret + "\">", "text/html; charset=utf-8");
        answer.saveChanges();
        answer.setHeader("Message-ID", id());
        TestMail.arrives(answer);
        String html =
                mails.activity(only().path("id").asString()).path("mail_html").asString("");
        assertThat(html).doesNotContain(secret);
    }

    @Test
    void aReportChangesNothingButAMailThatWasSent() throws Exception {
        String call = mails.made(
                "activity",
                java.util.Map.of(
                        "kind",
                        "call",
                        "subject",
                        "电话",
                        "about",
                        java.util.Map.of("object", "lead", "id", mails.lead)));
        String forged = original.getMessageID().replace(sent, call);
        TestMail.arrives(report(forged));
        TestMail.arrives(report(original.getMessageID()));
        until(() -> mails.state(sent).equals("bounced"));
        assertThat(mails.activity(call).path("mail_state").isNull()).isTrue();
    }

    @Test
    void whatNobodyWaitsForIsLeftForPeopleAndBlocksNothing() throws Exception {
        String foreign = "<" + UUID.randomUUID() + ".no_such_tenant@hemai.example>";
        MimeMessage spam = answer("买一送一");
        spam.setHeader("In-Reply-To", foreign);
        TestMail.arrives(spam);
        TestMail.arrives(message("Content-Type: multipart/report; report-type=delivery-status\n\nno parts"));
        TestMail.arrives(answer("收到"));
        assertThat(only().path("body").asString()).isEqualTo("收到");
    }

    @Test
    void nobodyIsToldThatSomebodyIsAway() throws Exception {
        MimeMessage away = answer("我在休假");
        away.setHeader("Auto-Submitted", "auto-replied");
        TestMail.arrives(away);
        assertThat(only().path("body").asString()).isEqualTo("我在休假");
        assertThat(mails.li.get("/records/notification").expect(200).raw()).doesNotContain("回复了邮件");
    }

    @Test
    void anAnswerIsAnsweredInTheCustomersThread() throws Exception {
        MimeMessage answer = answer("可以再便宜一点吗？");
        TestMail.arrives(answer);
        String received = only().path("id").asString();
        java.util.Map<String, Object> more = mails.mail();
        more.put("answers", received);
        mails.sent(more);
        mails.leave();
        until(() -> TestMail.to(mails.customer).size() == 2);
        MimeMessage second = arrived(mails.customer);
        assertThat(second.getHeader("In-Reply-To")).containsExactly(answer.getMessageID());
        assertThat(second.getHeader("References")[0]).contains(original.getMessageID(), answer.getMessageID());
    }
}
