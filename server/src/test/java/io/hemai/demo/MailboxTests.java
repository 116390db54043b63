package io.hemai.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.RunningHemai;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** A demo that has no mail server: its mails can be read in Hemai, by those they are for. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MailboxTests {
    private static final String MAILS = "/demo/mails";

    private RunningHemai demo;
    private Api admin;
    private Api wang;
    private String wangsId;
    private Api li;

    @BeforeAll
    void theDemo(@TempDir Path home) throws IOException {
        demo = RunningHemai.start(home, "hemai.demo=true");
        admin = demo.admin();
        wang = as("wangfang");
        wangsId = wang.get("/session").text("/user/id");
        li = as("lizeyu");
        wang.post("/records/notification_setting", Map.of("mention", "mail")).expect(201);
    }

    @AfterAll
    void end() throws InterruptedException {
        demo.close();
    }

    private Api as(String login) {
        return demo.api().signIn("main", login, RunningHemai.PASSWORD);
    }

    private static JsonNode mails(Api who) {
        return who.get(MAILS).expect(200).at("/items");
    }

    /** Has 王芳 told something, and waits for the mail of it. */
    private JsonNode mailOf(String account, String words) throws InterruptedException {
        Map<String, Object> about = Map.of("object", "account", "id", account);
        admin.post("/records/comment", Map.of("body", "@[王芳](" + wangsId + ") " + words, "about", about))
                .expect(201);
        for (int patience = 300; patience > 0; patience--) {
            for (JsonNode mail : mails(wang)) {
                Answer whole =
                        wang.get(MAILS + "/" + mail.path("id").asString()).expect(200);
                if (whole.text("text").contains(words)) {
                    return whole.body();
                }
            }
            Thread.sleep(100);
        }
        throw new AssertionError("no mail says " + words + ": " + mails(wang));
    }

    private String account() {
        return wang.get("/records/account?limit=1&fields=name").text("/items/0/id");
    }

    @Test
    void whatOneIsToldByMailIsReadByOneselfAndWhoLooksAfterTheCompany() throws InterruptedException {
        String account = account();
        JsonNode mail = mailOf(account, "合同请看一下");

        assertThat(mail.path("to").asString()).isEqualTo("wangfang@jinggong.example.com");
        assertThat(mail.path("subject").asString()).isNotBlank();
        String link = "http://localhost:" + demo.port() + "/account/" + account;
        assertThat(mail.path("text").asString()).contains(link);
        assertThat(mail.path("html").asString()).contains("<html", "合同请看一下", "href=\"" + link + "\"");

        String path = MAILS + "/" + mail.path("id").asString();
        assertThat(mails(li)).isEmpty();
        li.get(path).expect(404);
        assertThat(mails(admin)).isNotEmpty();
        admin.get(path).expect(200);
    }

    @Test
    void anAddressOfTwoShowsNeitherTheOthersMails() throws InterruptedException {
        mailOf(account(), "报价请看一下");
        String shadow = admin.post(
                        "/records/user",
                        Map.of("name", "影子", "login", "shadow", "email", "wangfang@jinggong.example.com"))
                .expect(201)
                .text("id");
        admin.post("/users/" + shadow + "/password", Map.of("password", RunningHemai.PASSWORD));

        assertThat(mails(as("shadow"))).isEmpty();
        assertThat(mails(wang)).isEmpty();

        String version = admin.get("/records/user/" + shadow).header("ETag");
        admin.header("If-Match", version)
                .patch("/records/user/" + shadow, Map.of("email", "shadow@jinggong.example.com"))
                .expect(200);
        admin.without("If-Match");
        assertThat(mails(wang)).isNotEmpty();
    }

    @Test
    void anotherCompanyFindsNothing() throws InterruptedException {
        JsonNode mail = mailOf(account(), "发票请看一下");
        Map<String, Object> boss = Map.of("login", "boss", "password", RunningHemai.PASSWORD);
        admin.post("/tenants", Map.of("name", "other", "label", "另一家", "admin", boss))
                .expect(201);
        Api other = demo.api().signIn("other", "boss", RunningHemai.PASSWORD);

        assertThat(mails(other)).isEmpty();
        other.get(MAILS + "/" + mail.path("id").asString()).expect(404);
    }

    @Test
    void nobodyReadsThroughSomebodyElsesEyesOrByAProgram() {
        Api viewer = demo.admin();
        String view =
                viewer.post("/users/" + wangsId + "/view", Map.of()).expect(201).text("id");
        viewer.header("X-View-As", view);
        viewer.get("/records/account").expect(200);
        viewer.get(MAILS).expect(403);

        Map<String, Object> program = Map.of("name", "t", "scopes", List.of("records:read"));
        String token = wang.post("/tokens", program).expect(201).text("token");
        demo.api().token(token).get(MAILS).expect(403);
    }

    @Test
    void thePagesLearnThatThereIsOne() {
        assertThat(li.get("/session").at("/demo_mailbox").asBoolean()).isTrue();
    }
}
