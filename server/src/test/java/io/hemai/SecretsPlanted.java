package io.hemai;

import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.TestTenant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;

/** A company with secrets where a restricted person, the guard, may not look: fields, records, names, the bin, another company. */
final class SecretsPlanted {
    static final String MOBILE = "13800138007";
    private static final String CREDIT_CODE = "9131000012345678A9";
    private static final String BOUNDARY = "----------form";

    final Api admin;
    final Api guard;
    /** Every secret of the company by where it is. */
    final Map<String, String> secrets = new LinkedHashMap<>();
    /** Ids by object: of the guard's own record, and of others. */
    final Map<String, List<String>> ids = new LinkedHashMap<>();

    /** A flow's run, about a record of somebody else. */
    final String run;
    /** A message to a webhook. */
    final String call;

    final String person;
    final String foreignSecret = "quince-other-company-7319";

    SecretsPlanted(TestTenant tenant, TestTenant other) {
        admin = tenant.admin();
        admin.post("/roles", role()).expect(201);
        guard = tenant.as("guard", "guarded");
        person = tenant.person("guard").toString();
        String elsewhere = other.admin()
                .post("/records/sample", Map.of("name", foreignSecret))
                .expect(201)
                .text("id");
        samples(elsewhere);
        customers();
        leads();
        run = flow();
        call = webhook();
        process();
    }

    private static Map<String, Object> role() {
        Map<String, Object> own = grant("own");
        return Map.of(
                "name",
                "guarded",
                "label",
                "guarded",
                "objects",
                Map.of(
                        "sample",
                        own,
                        "lead",
                        own,
                        "contact",
                        own,
                        "opportunity",
                        own,
                        "activity",
                        own,
                        "task",
                        own,
                        "account",
                        grant("all")),
                "fields",
                Map.of(
                        "sample.note", "hidden",
                        "sample.code", "masked",
                        "account.name", "hidden",
                        "account.name_key", "hidden",
                        "account.phone", "masked",
                        "contact.title", "hidden"));
    }

    private static Map<String, Object> grant(String scope) {
        return Map.of("read", scope, "create", true, "update", scope, "delete", "own", "export", true, "import", true);
    }

    private String secret(String where) {
        String secret = "quince-" + where.replace(' ', '-') + "-7319";
        secrets.put(where, secret);
        return secret;
    }

    private String create(String object, Map<String, Object> values) {
        Answer made = admin.post("/records/" + object + "?duplicates=allow", values);
        return made.expect(201).text("id");
    }

    private String own(String object, Map<String, Object> values) {
        Map<String, Object> owned = new HashMap<>(values);
        owned.put("owner", person);
        return create(object, owned);
    }

    private void samples(String elsewhere) {
        String foreign = create("sample", Map.of("name", secret("foreign name"), "note", secret("foreign note")));
        String gone = create("sample", Map.of("name", secret("deleted name"), "note", secret("deleted note")));
        String own = own(
                "sample",
                Map.of(
                        "name",
                        "own",
                        "note",
                        secret("hidden field before"),
                        "code",
                        secret("masked field"),
                        "parent",
                        gone));
        own("sample", Map.of("name", "own child", "parent", own));
        change("sample", own, 1, Map.of("note", secret("hidden field"), "parent", foreign));
        delete(admin, "sample", gone, 1);
        ids.put("sample", List.of(own, foreign, gone, elsewhere));
    }

    private void customers() {
        String account = create(
                "account", Map.of("name", secret("hidden name"), "phone", "02155667319", "credit_code", CREDIT_CODE));
        String owned = own("account", Map.of("name", secret("hidden name of own")));
        String binned = own("account", Map.of("name", secret("binned name")));
        delete(guard, "account", binned, 1);
        String contact =
                own("contact", Map.of("name", "own contact", "account", account, "title", secret("hidden title")));
        String stranger = create("contact", Map.of("name", secret("foreign contact")));
        String deal = own("opportunity", Map.of("name", "own deal", "account", account, "stage", "proposal"));
        String foreign = create(
                "opportunity",
                Map.of("name", secret("foreign deal"), "stage", "proposal", "next_step", secret("foreign step")));
        change("opportunity", deal, 1, Map.of("account", owned));
        ids.put("account", List.of(owned, account, binned));
        ids.put("contact", List.of(contact, stranger));
        ids.put("opportunity", List.of(deal, foreign));
    }

    private void leads() {
        String own = own("lead", Map.of("name", "own lead", "company", "own company"));
        String foreign = create("lead", Map.of("name", secret("foreign lead"), "mobile", MOBILE));
        String seen = own("activity", Map.of("subject", "own call", "about", Map.of("object", "lead", "id", own)));
        String hidden = create(
                "activity",
                Map.of("subject", secret("foreign call"), "about", Map.of("object", "lead", "id", foreign)));
        ids.put("lead", List.of(own, foreign));
        ids.put("activity", List.of(seen, hidden));
    }

    private String flow() {
        String flow = create(
                "flow",
                Map.of(
                        "name",
                        secret("flow name"),
                        "object",
                        "sample",
                        "definition",
                        Map.of(
                                "trigger",
                                Map.of("kind", "created"),
                                "steps",
                                List.of(
                                        Map.of("do", "update", "input", Map.of("set", Map.of("note", secret("flow")))),
                                        Map.of("do", "stop", "input", Map.of("reason", secret("end of run")))))));
        admin.post("/records/flow/" + flow + "/publish", Map.of()).expect(200);
        create("sample", Map.of("name", secret("about the run")));
        Awaitility.await()
                .until(() -> admin.get("/flows/" + flow + "/runs").raw().contains("\"stopped\""));
        ids.put("flow", List.of(flow));
        return admin.get("/flows/" + flow + "/runs").at("/items/0/id").asString();
    }

    /** Nobody listens there. */
    private String webhook() {
        String webhook = create(
                "webhook", Map.of("name", secret("webhook"), "url", "http://127.0.0.1:9/" + secret("webhook address")));
        admin.post("/records/webhook/" + webhook + "/send_test", Map.of()).expect(200);
        ids.put("webhook", List.of(webhook));
        return admin.get("/webhooks/" + webhook + "/calls").at("/items/0/id").asString();
    }

    /** What it asks for is hidden from the guard, who meets it. */
    private void process() {
        Map<String, Object> entering =
                Map.of("do", "update", "input", Map.of("set", Map.of("note", secret("entering"))));
        String process = create(
                "process",
                Map.of(
                        "name",
                        "a process",
                        "description",
                        secret("process"),
                        "object",
                        "sample",
                        "field",
                        "grade",
                        "definition",
                        Map.of(
                                "states",
                                List.of(Map.of("value", "low"), Map.of("value", "high", "steps", List.of(entering))),
                                "gates",
                                List.of(Map.of("to", "high", "required", List.of("note"))))));
        admin.post("/records/process/" + process + "/publish", Map.of()).expect(200);
        ids.put("process", List.of(process));
    }

    private void change(String object, String id, int version, Map<String, Object> values) {
        admin.header("If-Match", "\"" + version + "\"");
        admin.patch("/records/" + object + "/" + id, values).expect(200);
        admin.without("If-Match");
    }

    private static void delete(Api by, String object, String id, int version) {
        by.header("If-Match", "\"" + version + "\"");
        by.delete("/records/" + object + "/" + id).expect(204);
        by.without("If-Match");
    }

    /** The body that adds the guard's own account the credit code of one whose name is hidden. */
    Map<String, Object> sameCreditCode() {
        String own = ids.getOrDefault("account", List.of()).getFirst();
        int version = guard.get("/records/account/" + own).at("/version").asInt();
        return Map.of("update", List.of(Map.of("id", own, "version", version, "credit_code", CREDIT_CODE)));
    }

    /** Sends a file to be imported and waits for the end; answers the job's id. */
    static String imported(Api by, String object, String csv) throws InterruptedException {
        String body =
                "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"object\"\r\n\r\n" + object + "\r\n--"
                        + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n"
                        + "Content-Type: text/csv\r\n\r\n" + csv + "\r\n--" + BOUNDARY + "--\r\n";
        by.header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY);
        try {
            Answer started = by.post("/imports", body).expect(202);
            by.without("Content-Type");
            return ended(by, "/imports/" + started.text("id"));
        } finally {
            by.without("Content-Type");
        }
    }

    /** Waits until the job is over; answers its id. */
    static String ended(Api by, String path) throws InterruptedException {
        long end = System.currentTimeMillis() + 60_000;
        Answer answer = by.get(path).expect(200);
        while (List.of("queued", "running").contains(answer.text("status"))) {
            if (System.currentTimeMillis() > end) {
                throw new AssertionError("does not end: " + answer.raw());
            }
            Thread.sleep(50);
            answer = by.get(path).expect(200);
        }
        return answer.text("id");
    }
}
