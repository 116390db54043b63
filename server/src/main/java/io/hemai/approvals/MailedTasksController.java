package io.hemai.approvals;

import io.hemai.identity.OpenTo;
import io.hemai.identity.OpenTo.Who;
import io.hemai.kernel.KernelError;
import io.hemai.kernel.Refusal;
import io.hemai.web.Once;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Decisions by a link from a mail, for who is not signed in. What the link says never stands in an address, which others keep; and
 * programs that follow links in mails decide nothing, since they send no such thing.
 */
@RestController
@RequestMapping(path = "/api/v1/public/approvals", produces = MediaType.APPLICATION_JSON_VALUE)
@OpenTo(Who.ANYBODY)
class MailedTasksController {
    /** Verbs of the part; who wants another one signs in. */
    private static final List<String> DECISIONS = List.of("approve", "refuse");

    private final MailedTasks tasks;

    MailedTasksController(MailedTasks tasks) {
        this.tasks = tasks;
    }

    /** The link alone. */
    record Link(@Nullable String link) {}

    /**
     * What is decided.
     *
     * @param decision {@code approve} or {@code refuse}
     * @param content fingerprint of what was looked at
     */
    record Decision(
            @Nullable String link,
            @Nullable String decision,
            @Nullable String content,
            @Nullable String comment) {}

    @PostMapping("/look")
    @Once(Once.How.NOWHERE)
    ResponseEntity<Map<String, @Nullable Object>> look(@RequestBody Link given) {
        return answer(tasks.look(required(given.link(), "link")));
    }

    /** A decision is taken once, so a repetition is refused. */
    @PostMapping("/decide")
    @Once(Once.How.NOWHERE)
    ResponseEntity<Map<String, @Nullable Object>> decide(@RequestBody Decision given) {
        String link = required(given.link(), "link");
        String decision = required(given.decision(), "decision");
        String content = required(given.content(), "content");
        if (!DECISIONS.contains(decision)) {
            throw Refusal.ofField(
                    "decision", KernelError.NOT_ONE_OF, "decision", decision, String.join(", ", DECISIONS));
        }
        Map<String, @Nullable Object> input = new LinkedHashMap<>();
        input.put("comment", given.comment());
        input.put("content", content);
        return answer(tasks.decide(link, decision, input));
    }

    private static ResponseEntity<Map<String, @Nullable Object>> answer(Map<String, @Nullable Object> plain) {
        return ResponseEntity.ok().header(HttpHeaders.CACHE_CONTROL, "no-store").body(plain);
    }

    private static String required(@Nullable String value, String name) {
        if (value == null || value.isBlank()) {
            throw Refusal.ofField(name, KernelError.MISSING, name);
        }
        return value;
    }
}
