package io.hemai.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import io.hemai.kernel.TenantId;
import io.hemai.tenancy.DueWork;
import io.hemai.testing.Api;
import io.hemai.testing.Form;
import io.hemai.testing.TestClock;
import io.hemai.testing.TestMail;
import io.hemai.testing.TestTenant;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import tools.jackson.databind.JsonNode;

/** A salesperson who writes to a lead, for tests of what becomes of that. */
final class Mails {
    final Api li;
    final String lead;
    final String customer;

    private final TestTenant tenant;
    private final List<DueWork> works;
    private final TestClock clock;

    Mails(TestTenant tenant, List<DueWork> works, TestClock clock) {
        this.tenant = tenant;
        this.works = works;
        this.clock = clock;
        customer = "zhang@" + tenant.name().replace('_', '-') + ".example";
        li = tenant.as("li", "sales");
        lead = made("lead", Map.of("name", "张伟", "company", "华东精密", "email", customer));
    }

    String made(String object, Map<String, ?> values) {
        return li.post("/records/" + object, values).expect(201).text("/id");
    }

    /** A mail that is fit to be sent. */
    Map<String, Object> mail() {
        return new HashMap<>(Map.of(
                "to", List.of("张伟 <" + customer + ">"),
                "subject", "报价单",
                "body", "<p>张总，您好！</p><p>报价见附件。</p>"));
    }

    /** Sends it, and answers the activity. */
    String sent(Map<String, Object> mail) {
        return li.post("/records/lead/" + lead + "/send_mail", mail).expect(200).text("/activity");
    }

    String stored(String name) {
        return new Form()
                .file("file", name, "application/pdf", "%PDF-1.4".getBytes(StandardCharsets.UTF_8))
                .post(li, "/files")
                .expect(201)
                .text("/id");
    }

    JsonNode activity(String id) {
        return li.get("/records/activity/" + id).expect(200).body();
    }

    String state(String id) {
        return activity(id).path("mail_state").asString();
    }

    /** Lets the time pass in which mails can be taken back. */
    void leave() {
        clock.advance(SendMail.UNDO.plusSeconds(1));
        works.forEach(work -> work.wake(new TenantId(tenant.name())));
    }

    /** What is told of the lead. */
    List<JsonNode> items() {
        return li.get("/records/lead/" + lead + "/timeline")
                .expect(200)
                .at("/items")
                .valueStream()
                .toList();
    }

    JsonNode item(String id) {
        return items().stream()
                .filter(item -> item.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /** The mails on the timeline that customers wrote, the newest first. */
    List<JsonNode> answers() {
        return items().stream()
                .filter(item -> item.at("/facts/mail_state").asString("").equals("received"))
                .toList();
    }

    /** The last mail that came to the address. */
    static MimeMessage arrived(String address) throws InterruptedException {
        until(() -> !TestMail.to(address).isEmpty());
        return TestMail.to(address).getLast();
    }

    static void until(BooleanSupplier there) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!there.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            Thread.sleep(50);
        }
    }
}
