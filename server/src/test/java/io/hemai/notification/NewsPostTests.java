package io.hemai.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.accounts.AccountObject;
import io.hemai.identity.Acting;
import io.hemai.identity.SystemIdentity;
import io.hemai.kernel.RecordId;
import io.hemai.metadata.fieldtype.About;
import io.hemai.people.UserObject;
import io.hemai.records.Records;
import io.hemai.records.Values;
import io.hemai.testing.Api;
import io.hemai.testing.HemaiTest;
import io.hemai.testing.TestClock;
import io.hemai.testing.TestMail;
import io.hemai.testing.TestTenant;
import io.hemai.testing.TestTenants;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What people get by mail of what they were told: from the happening to the mail in their box. */
@HemaiTest
class NewsPostTests {
    private static final SystemIdentity TEST = new SystemIdentity("test", "test");
    private static final Duration SOON = Duration.ofMinutes(3).plusSeconds(1);

    @Autowired
    TestTenants tenants;

    @Autowired
    Notifications notifications;

    @Autowired
    NewsPost post;

    @Autowired
    Records records;

    @Autowired
    AccountObject account;

    @Autowired
    UserObject user;

    @Autowired
    TestClock clock;

    private TestTenant tenant;
    private Api li;
    private RecordId lisId;
    private String address;

    @BeforeEach
    void people() {
        // what is due is taken by hand, so that a test knows when
        post.stop();
        tenant = tenants.fresh();
        address = "li@" + tenant.name().replace('_', '-') + ".example";
        lisId = tenant.person("li", "sales");
        act(() -> records.update(user, lisId, Values.of(user.email, address)));
        li = tenant.as("li");
    }

    @org.junit.jupiter.api.AfterEach
    void goOn() {
        post.start();
    }

    private void act(Runnable work) {
        tenant.run(() -> Acting.run(TEST, work));
    }

    private void tell(Notice... notices) {
        act(() -> notifications.tell(Map.of(lisId, List.of(notices))));
    }

    private static Notice news(String kind, String text) {
        return Notice.of(kind, new Said.Literally(text));
    }

    private void wants(Map<String, Object> wish) {
        li.post("/records/notification_setting", wish).expect(201);
    }

    private List<MimeMessage> mailsAfter(Duration time, int expected) throws InterruptedException {
        clock.advance(time);
        tenant.run(() -> {
            boolean more = true;
            while (more) {
                more = post.takeSome();
            }
        });
        for (int patience = 100; TestMail.to(address).size() < expected && patience > 0; patience--) {
            Thread.sleep(100);
        }
        // one too many would come at once
        Thread.sleep(expected == 0 ? 500 : 100);
        return TestMail.to(address);
    }

    private static String text(MimeMessage mail) throws Exception {
        return (String) ((MimeMultipart) mail.getContent()).getBodyPart(0).getContent();
    }

    @Test
    void whatIsUrgentComesSoonAndTogether() throws Exception {
        tell(news("approval", "“折扣审批”等待您审批"));
        tell(news("approval", "“合同审批”等待您审批").saying(new Said.Literally("请今天处理")));
        assertThat(mailsAfter(Duration.ofMinutes(2), 0)).isEmpty();

        List<MimeMessage> mails = mailsAfter(SOON, 1);
        assertThat(mails).hasSize(1);
        assertThat(mails.getFirst().getSubject()).isEqualTo("您有 2 条新通知");
        assertThat(text(mails.getFirst())).contains("“折扣审批”等待您审批", "请今天处理", "http://hemai.example/settings/account");
        assertThat(mailsAfter(Duration.ofDays(2), 1)).hasSize(1);
    }

    @Test
    void whatWasSeenNeedsNoMail() throws Exception {
        tell(news("approval", "x"));
        li.post("/notifications/see_all", Map.of()).expect(200);

        assertThat(mailsAfter(SOON, 0)).isEmpty();
    }

    @Test
    void theDailyMailTellsTheRest() throws Exception {
        tell(news("assigned", "一"), news("mention", "二"), news("flow", "三"));
        assertThat(mailsAfter(SOON, 0).size()).isLessThan(2);

        List<MimeMessage> mails = mailsAfter(Duration.ofDays(1), 1);
        assertThat(mails).hasSize(1);
        assertThat(text(mails.getFirst())).contains("一", "二").doesNotContain("三");
    }

    @Test
    void eachIsToldAsWanted() throws Exception {
        wants(Map.of("approval", "none", "mention", "app", "assigned", "app", "flow", "mail"));
        tell(news("approval", "一"), news("mention", "二"), news("assigned", "三"), news("flow", "四"));

        assertThat(li.get("/records/notification?sort=name")
                        .expect(200)
                        .at("/items")
                        .findValuesAsString("name"))
                .containsExactlyInAnyOrder("二", "三", "四");
        List<MimeMessage> mails = mailsAfter(Duration.ofDays(2), 1);
        assertThat(mails).hasSize(1);
        assertThat(mails.getFirst().getSubject()).isEqualTo("四");
    }

    @Test
    void theRecordIsNamedAsThePersonMayReadItThen() throws Exception {
        RecordId open = named("华东精密", lisId);
        RecordId lost = named("绝密客户", lisId);
        li.post("/notifications/see_all", Map.of()).expect(200);
        tell(
                news("approval", "请看").about(new About("account", open)),
                news("approval", "也请看").about(new About("account", lost)));
        RecordId other = tenant.person("wang", "sales");
        act(() -> records.update(account, lost, Values.of(io.hemai.metadata.CommonFields.OWNER, other)));

        List<MimeMessage> mails = mailsAfter(SOON, 1);
        assertThat(mails).hasSize(1);
        assertThat(mails.getFirst().getSubject()).isEqualTo("请看：华东精密");
        assertThat(text(mails.getFirst()))
                .contains("http://hemai.example/account/" + open)
                .doesNotContain("绝密", "也请看", lost.toString());
    }

    private RecordId named(String name, RecordId owner) {
        List<RecordId> made = new ArrayList<>();
        act(() -> made.add(records.create(
                account, Values.of(account.name, name).set(io.hemai.metadata.CommonFields.OWNER, owner))));
        return made.getFirst();
    }

    @Test
    void anImportIsOneMail() throws Exception {
        wants(Map.of("assigned", "mail"));
        Api admin = tenant.admin();
        for (int chunk = 0; chunk < 6; chunk++) {
            int from = chunk * 100;
            List<Map<String, Object>> rows = IntStream.range(from, from + 100)
                    .mapToObj(i -> Map.<String, Object>of("name", "客户 " + i, "owner", lisId.toString()))
                    .toList();
            admin.post("/records/account/batch", Map.of("create", rows)).expect(200);
            assertThat(mailsAfter(Duration.ofMinutes(2), 0)).isEmpty();
        }
        List<MimeMessage> mails = mailsAfter(SOON, 1);
        assertThat(mails).hasSize(1);
        assertThat(mails.getFirst().getSubject()).contains("600 条");
    }

    @Test
    void whoLeftOrHasNoAddressGetsNone() throws Exception {
        RecordId wang = tenant.person("wang", "sales");
        act(() -> notifications.tell(List.of(wang), news("approval", "x")));
        tell(news("approval", "x"));
        act(() -> records.update(user, lisId, Values.of(user.active, false)));

        assertThat(mailsAfter(SOON, 0)).isEmpty();
        tenant.run(() -> assertThat(post.nextDue()).isEmpty());
    }

    @Test
    void twoNodesWriteOneMail() throws Exception {
        tell(news("approval", "x"));
        clock.advance(SOON);
        List<Thread> nodes = IntStream.range(0, 4)
                .mapToObj(i -> Thread.ofVirtual().start(() -> tenant.run(() -> post.takeSome())))
                .toList();
        for (Thread node : nodes) {
            node.join();
        }
        assertThat(mailsAfter(Duration.ZERO, 1)).hasSize(1);
    }

    @Test
    void anEnglishReaderGetsEnglish() throws Exception {
        act(() -> records.update(user, lisId, Values.of(user.locale, "en")));
        tell(news("approval", "x"), news("approval", "y"));

        MimeMessage mail = mailsAfter(SOON, 1).getFirst();
        assertThat(mail.getSubject()).isEqualTo("2 new notifications");
        assertThat(text(mail)).contains("Open in Hemai");
    }
}
