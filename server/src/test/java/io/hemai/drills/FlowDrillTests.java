package io.hemai.drills;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.util.GreenMail;
import io.hemai.integration.Receiver;
import io.hemai.testing.Api;
import io.hemai.testing.RunningHemai;
import io.hemai.testing.TestMail;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The server is killed again and again while flows take their steps: each step has its effect, and has it once, also within loops. A mail or a
 * message to another system may be handed over twice, but is the same one then: who receives it counts it once.
 */
@Timeout(300)
class FlowDrillTests {
    private static final int LEADS = 300;
    private static final int KILLS = 3;
    private static final int LONGEST_PAUSE = 1_200;
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int PAGE = 200;

    @TempDir
    Path home;

    private final GreenMail mailbox = TestMail.start(0);
    private final Receiver receiver = new Receiver();

    @AfterEach
    void close() {
        mailbox.stop();
        receiver.close();
    }

    private RunningHemai started() throws IOException {
        return RunningHemai.start(
                home,
                "hemai.base-url=http://hemai.example",
                "hemai.mail.host=127.0.0.1",
                "hemai.mail.port=" + mailbox.getSmtp().getPort(),
                "hemai.mail.security=none",
                "hemai.outbound.allow=127.0.0.1",
                "hemai.mail.from=" + TestMail.SENDER);
    }

    @Test
    void everyStepHasItsEffectOnceHoweverOftenTheServerDies() throws Exception {
        String flow;
        try (RunningHemai hemai = started()) {
            flow = published(hemai.admin(), receiver.url());
            make(hemai.admin());
            pause();
            hemai.kill();
        }
        for (int kill = 1; kill < KILLS; kill++) {
            try (RunningHemai hemai = started()) {
                pause();
                hemai.kill();
            }
        }
        try (RunningHemai hemai = started()) {
            Api admin = hemai.admin();
            await().atMost(PATIENCE).until(() -> runs(admin, flow, "done").size() == LEADS);
            assertThat(runs(admin, flow, "failed")).isEmpty();
            assertThat(tasks(admin)).hasSize(2 * LEADS).doesNotHaveDuplicates();
            await().atMost(PATIENCE).until(() -> reached(admin).size() == LEADS);
            assertThat(mails().values()).doesNotHaveDuplicates();
            await().atMost(PATIENCE).until(() -> told(admin).size() == LEADS);
            assertThat(messages().values()).doesNotHaveDuplicates();
            assertThat(versions(admin)).hasSize(LEADS).containsOnly("2");
            for (String run : runs(admin, flow, "done").subList(0, 20)) {
                assertThat(admin.get("/flows/" + flow + "/runs/" + run)
                                .expect(200)
                                .at("/steps")
                                .findValuesAsString("number"))
                        .containsExactly("1", "2", "3", "4", "5", "6", "7");
            }
        }
    }

    private static void pause() throws InterruptedException {
        Thread.sleep(RandomGenerator.getDefault().nextInt(LONGEST_PAUSE));
    }

    private static String published(Api admin, String url) {
        admin.post("/records/webhook", Map.of("name", "drill", "url", url)).expect(201);
        Map<String, ?> first = Map.of("do", "task", "input", Map.of("subject", "first"));
        Map<String, ?> update = Map.of("do", "update", "input", Map.of("set", Map.of("company", "met")));
        Map<String, ?> mail =
                Map.of("do", "mail", "input", Map.of("to", "email", "subject", "{{name}}", "body", "{{name}}"));
        Map<String, ?> message =
                Map.of("do", "webhook", "input", Map.of("webhook", "drill", "fields", List.of("email")));
        Map<String, ?> high = Map.of("do", "update", "input", Map.of("set", Map.of("priority", "high")));
        Map<String, ?> loop = Map.of(
                "do",
                "each",
                "input",
                Map.of("object", "task", "link", "lead"),
                "ways",
                List.of(Map.of("steps", List.of(high))));
        Map<String, ?> second = Map.of("do", "task", "input", Map.of("subject", "second"));
        Map<String, ?> definition = Map.of(
                "trigger", Map.of("kind", "created"), "steps", List.of(first, update, mail, message, loop, second));
        String flow = admin.post("/records/flow", Map.of("name", "drill", "object", "lead", "definition", definition))
                .expect(201)
                .text("id");
        admin.post("/records/flow/" + flow + "/publish", Map.of()).expect(200);
        return flow;
    }

    private static void make(Api admin) {
        List<Map<String, Object>> leads = new ArrayList<>();
        for (int i = 0; i < LEADS; i++) {
            leads.add(Map.of("name", "drill " + i, "email", "drill" + i + "@hemai.example"));
        }
        admin.post("/records/lead/batch?duplicates=allow", Map.of("create", leads))
                .expect(200);
    }

    private static List<String> runs(Api admin, String flow, String state) {
        List<String> all = new ArrayList<>();
        String after = "";
        do {
            var page = admin.get("/flows/" + flow + "/runs?limit=" + PAGE + "&state=" + state + after)
                    .expect(200);
            page.at("/items")
                    .valueStream()
                    .filter(run -> run.path("parent").isNull())
                    .forEach(run -> all.add(run.path("id").asString()));
            after = page.at("/next").isNull() ? "" : "&after=" + page.text("next");
        } while (!after.isEmpty());
        return all;
    }

    private Set<String> reached(Api admin) throws MessagingException {
        Set<String> reached = new HashSet<>(mails().values());
        reached.addAll(claimed(admin));
        return reached;
    }

    /** To whom mails go that were claimed by a server that died: they are tried again when its lease has run out. */
    private static List<String> claimed(Api admin) {
        return admin.get("/admin/mails?state=waiting&limit=" + PAGE)
                .expect(200)
                .at("/items")
                .valueStream()
                .filter(mail -> mail.path("tries").asInt() > 0)
                .map(mail -> mail.path("to").asString())
                .toList();
    }

    /** To whom each mail went, by what receivers know it by. */
    private Map<String, String> mails() throws MessagingException {
        Map<String, String> mails = new HashMap<>();
        for (MimeMessage mail : mailbox.getReceivedMessages()) {
            mails.put(mail.getMessageID(), mail.getAllRecipients()[0].toString());
        }
        return mails;
    }

    /** The leads of which the receiver was told, or of which a server that died was about to tell. */
    private Set<String> told(Api admin) {
        Set<String> told = new HashSet<>(messages().values());
        String webhook = admin.get("/records/webhook?limit=1").expect(200).text("/items/0/id");
        admin.get("/webhooks/" + webhook + "/calls?state=waiting&limit=" + PAGE)
                .expect(200)
                .at("/items")
                .valueStream()
                .filter(call -> call.path("tries").asInt() > 0)
                .forEach(call -> told.add(lead(admin.get("/webhooks/" + webhook + "/calls/"
                                + call.path("id").asString())
                        .text("body"))));
        return told;
    }

    /** About whom each message is, by what the receiver knows it by. */
    private Map<String, String> messages() {
        Map<String, String> messages = new HashMap<>();
        receiver.got.forEach(got -> messages.put(got.id(), lead(got.body())));
        return messages;
    }

    private static String lead(String body) {
        return Api.JSON.readTree(body).at("/data/id").asString();
    }

    /** How often the tasks changed that the loops went through: each was made, and changed once. */
    private static List<String> versions(Api admin) {
        List<String> all = new ArrayList<>();
        String after = "";
        do {
            var page = admin.get("/records/task?fields=subject,version&limit=" + PAGE + after)
                    .expect(200);
            page.at("/items")
                    .valueStream()
                    .filter(task -> task.path("subject").asString().equals("first"))
                    .forEach(task -> all.add(task.path("version").asString()));
            after = page.at("/next").isNull() ? "" : "&after=" + page.text("next");
        } while (!after.isEmpty());
        return all;
    }

    /** What each task says, and about whom. */
    private static List<String> tasks(Api admin) {
        List<String> all = new ArrayList<>();
        String after = "";
        do {
            var page = admin.get("/records/task?fields=subject,lead&limit=" + PAGE + after)
                    .expect(200);
            page.at("/items")
                    .forEach(task -> all.add(task.path("subject").asString() + " "
                            + task.at("/lead/id").asString()));
            after = page.at("/next").isNull() ? "" : "&after=" + page.text("next");
        } while (!after.isEmpty());
        return all;
    }
}
