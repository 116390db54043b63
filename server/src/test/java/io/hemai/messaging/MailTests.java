package io.hemai.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.hemai.kernel.Refusal;
import io.hemai.kernel.StartRefused;
import io.hemai.tenancy.TenantTransactions;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestMail;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import jakarta.mail.BodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What arrives of a mail. */
@HemaiTest
class MailTests {
    @Autowired
    TestTenants tenants;

    @Autowired
    Outbox outbox;

    @Autowired
    TenantTransactions transactions;

    private TestTenant tenant;
    private String to;

    @BeforeEach
    void tenant() {
        tenant = tenants.fresh();
        to = "li@" + tenant.name().replace('_', '-') + ".example";
    }

    private MimeMessage sent(String subject, LetterBody body) throws Exception {
        Letter letter = new Letter(to, Locale.SIMPLIFIED_CHINESE, subject, body);
        tenant.run(() -> transactions.write(() -> outbox.put(List.of(letter))));
        for (int patience = 100; TestMail.to(to).isEmpty() && patience > 0; patience--) {
            Thread.sleep(100);
        }
        return TestMail.to(to).getFirst();
    }

    private static String part(MimeMessage message, int number) throws Exception {
        BodyPart part = ((MimeMultipart) message.getContent()).getBodyPart(number);
        return (String) part.getContent();
    }

    private static String raw(MimeMessage message) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        message.writeTo(out);
        return out.toString(StandardCharsets.ISO_8859_1);
    }

    @Test
    void chineseArrivesWholeAsTextAndAsHtml() throws Exception {
        String subject = "王芳请您审批：华东精密 MES 二期报价（第三版），金额 ¥1,280,000，请在今天下班前处理，谢谢您的支持";
        MimeMessage mail = sent(
                subject,
                new LetterBody().heading("审批").words("第一行\n第二行").link("打开报价", "http://hemai.example/quotes/1?a=1&b=2"));

        assertThat(mail.getSubject()).isEqualTo(subject);
        assertThat(mail.getHeader("Subject")[0]).matches("(?s)\\p{ASCII}+");
        assertThat(mail.getFrom()[0].toString()).contains("crm@hemai.example");
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mail.getMessageID()).matches("<[0-9a-f-]{36}\\." + tenant.name() + "@hemai\\.example>");
        assertThat(mail.getContentType()).startsWith("multipart/alternative");
        assertThat(part(mail, 0))
                .isEqualToIgnoringNewLines("审批\n\n第一行\n第二行\n\n打开报价\nhttp://hemai.example/quotes/1?a=1&b=2\n");
        assertThat(part(mail, 1))
                .contains("<html lang=\"zh-CN\">", "第一行<br />第二行", "prefers-color-scheme: dark", "测试公司")
                .containsPattern("<a href=\"http://hemai.example/quotes/1\\?a(=|&#61;)1&amp;b(=|&#61;)2\"");
    }

    @Test
    void textsAreNeverHtml() throws Exception {
        MimeMessage mail = sent(
                "x",
                new LetterBody()
                        .heading("<script>alert(1)</script>")
                        .words("<img src=x onerror=alert(1)> & \"q\"")
                        .link("<b>here</b>", "javascript:alert(1)"));

        assertThat(part(mail, 1))
                .doesNotContain("<script", "<img", "<b>", "href=\"javascript")
                .contains("&lt;script&gt;");
        assertThat(part(mail, 0)).contains("<img src=x onerror=alert(1)> & \"q\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nBcc: spy@evil.example\r\n\r\nbody", "报价\nX-Evil: 1", "a\u2028Bcc: x\u0085b\u000bc"})
    void aSubjectIsOneLine(String subject) throws Exception {
        MimeMessage mail = sent(subject, new LetterBody().words("x"));

        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getHeader("X-Evil")).isNull();
        assertThat(mail.getSubject()).doesNotContainPattern("[\\p{Cntrl}\\p{Zl}]");
        assertThat(raw(mail)).doesNotContain("\r\nBcc", "\r\nX-Evil");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "li", "li@x", "a@b.cn, c@d.cn", "a@b.cn\r\nBcc: c@d.cn", "\"a b\"@c.cn", "<a@b.cn>"})
    void whatIsNoAddressGetsNoMail(String address) {
        assertThatThrownBy(() -> new Letter(address, Locale.ENGLISH, "x", new LetterBody()))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> new Letter("li@b.cn", Locale.ENGLISH, "x", new LetterBody(), address, null))
                .isInstanceOf(Refusal.class);
    }

    private static MailSettings settings(String host, String user, MailSettings.Security security, String from) {
        return new MailSettings(host, 587, user, "geheim-42", security, from, 100, true);
    }

    @Test
    void unsafeSettingsRefuseToStart() {
        MailSettings good = settings("mail.example.com", "crm", MailSettings.Security.STARTTLS, "crm@example.com");
        good.check("https://crm.example.com");
        assertThat(good.toString()).doesNotContain("geheim");
        settings("127.0.0.1", "crm", MailSettings.Security.NONE, "crm@example.com")
                .check("http://localhost:8080");

        assertThatThrownBy(() -> good.check(null))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("BASE_URL");
        assertThatThrownBy(() -> settings("192.0.2.1", "crm", MailSettings.Security.NONE, "crm@example.com")
                        .check("https://crm.example.com"))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("HEMAI_MAIL_SECURITY")
                .hasMessageNotContaining("geheim");
        for (String none : List.of("", "crm", "a@b.cn, c@d.cn")) {
            assertThatThrownBy(() -> settings("mail.example.com", "crm", MailSettings.Security.TLS, none)
                            .check("https://crm.example.com"))
                    .isInstanceOf(StartRefused.class)
                    .hasMessageContaining("HEMAI_MAIL_FROM");
        }
    }
}
