package io.hemai.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.kernel.RecordId;
import io.hemai.kernel.TenantId;
import io.hemai.messaging.store.StoredMail;
import io.hemai.tenancy.CurrentTenant;
import io.hemai.tenancy.Tenant;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the demo mailbox keeps of the mails that Hemai hands it over SMTP. */
class DemoMailboxTests {
    private final DemoMailbox mailbox = DemoMailbox.open();
    private final MailServer server = new MailServer(
            new MailSettings(
                    DemoMailbox.HOST,
                    mailbox.port(),
                    null,
                    null,
                    MailSettings.Security.NONE,
                    "crm@hemai.example",
                    100,
                    true),
            Duration.ofSeconds(30));

    @AfterEach
    void end() {
        mailbox.close();
    }

    private static Tenant tenant(String name) {
        return new Tenant(
                new TenantId(name),
                name,
                ZoneId.of("Asia/Shanghai"),
                Locale.SIMPLIFIED_CHINESE,
                Currency.getInstance("CNY"),
                1,
                1);
    }

    private static StoredMail mail(RecordId id, String messageId, String to, String subject) {
        return StoredMail.written(id, messageId, null, to, null, subject, "正文 " + subject, "<p>正文</p>", null);
    }

    private RecordId sent(Tenant tenant, String to, String subject) {
        RecordId id = RecordId.next();
        String messageId = CurrentTenant.call(tenant, () -> server.messageId(id));
        assertThat(server.hand(mail(id, messageId, to, subject), List.of())).isInstanceOf(Handed.Taken.class);
        return id;
    }

    private List<String> subjects(Tenant tenant) {
        return CurrentTenant.call(tenant, mailbox::newest).stream()
                .map(ArrivedMail::subject)
                .toList();
    }

    @Test
    void eachCompanyFindsItsOwnTheNewestFirst() {
        Tenant one = tenant("one");
        RecordId first = sent(one, "li@例子.example", "第一封");
        sent(tenant("other"), "li@first.example", "别家的");
        sent(one, "wang@first.example", "第二封");

        assertThat(subjects(one)).containsExactly("第二封", "第一封");
        ArrivedMail whole = CurrentTenant.call(one, () -> mailbox.find(first)).orElseThrow();
        assertThat(whole.to()).isEqualTo("li@例子.example");
        assertThat(whole.text()).isEqualToIgnoringNewLines("正文 第一封");
        assertThat(whole.html()).isEqualTo("<p>正文</p>");
        assertThat(CurrentTenant.call(tenant("other"), () -> mailbox.find(first)))
                .isEmpty();
    }

    @Test
    void aMailThatComesTwiceIsOne() {
        Tenant one = tenant("one");
        RecordId id = RecordId.next();
        String messageId = CurrentTenant.call(one, () -> server.messageId(id));
        server.hand(mail(id, messageId, "li@first.example", "x"), List.of());
        server.hand(mail(id, messageId, "li@first.example", "x"), List.of());

        assertThat(subjects(one)).containsExactly("x");
    }

    @Test
    void whatSomebodyElseBringsIsTakenAndNotShown() {
        Handed handed =
                server.hand(mail(RecordId.next(), "<spam@evil.example>", "li@first.example", "spam"), List.of());

        assertThat(handed).isInstanceOf(Handed.Taken.class);
        assertThat(subjects(tenant("one"))).isEmpty();
    }

    @Test
    void onlyTheNewestAreKept() {
        Tenant one = tenant("one");
        for (int i = 0; i <= DemoMailbox.MOST; i++) {
            sent(one, "li" + i % 3 + "@first.example", "No. " + i);
        }

        assertThat(subjects(one))
                .hasSize(DemoMailbox.MOST)
                .startsWith("No. " + DemoMailbox.MOST)
                .endsWith("No. 1");
    }
}
