package io.hemai.records.web;

import io.hemai.access.AdminAbility;
import io.hemai.access.Gate;
import io.hemai.identity.RequiresScope;
import io.hemai.identity.Scope;
import io.hemai.journal.DeadEntry;
import io.hemai.journal.JournalFeed;
import io.hemai.kernel.Limits;
import io.hemai.web.Parameters;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows an administrator which changes a reader of the journal, such as the roll-ups, failed on and set aside, and tries it once more. */
@RestController
@RequestMapping(path = "/api/v1/admin/dead_entries", produces = MediaType.APPLICATION_JSON_VALUE)
@RequiresScope(Scope.ADMIN)
class DeadEntriesController {
    private final JournalFeed feed;
    private final Gate gate;
    private final Answers answers;

    DeadEntriesController(JournalFeed feed, Gate gate, Answers answers) {
        this.feed = feed;
        this.gate = gate;
        this.answers = answers;
    }

    @GetMapping
    ResponseEntity<byte[]> list(Parameters parameters) {
        parameters.only();
        gate.require(AdminAbility.AUDIT);
        return answers.json(Map.of(
                "items",
                feed.dead(Limits.PAGE).stream()
                        .map(DeadEntriesController::shown)
                        .toList()));
    }

    @PostMapping("/replay")
    ResponseEntity<byte[]> replay(Parameters parameters) {
        parameters.only();
        gate.require(AdminAbility.AUDIT);
        return answers.json(Map.of("taken", feed.replayAll()));
    }

    private static Map<String, Object> shown(DeadEntry dead) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("reader", dead.reader());
        shown.put("entry", dead.entry());
        shown.put("object", dead.object());
        shown.put("id", dead.record().toString());
        shown.put("failed_at", dead.failedAt().toString());
        return shown;
    }
}
