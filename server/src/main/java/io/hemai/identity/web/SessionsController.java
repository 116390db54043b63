package io.hemai.identity.web;

import io.hemai.identity.Caller;
import io.hemai.identity.OpenTo;
import io.hemai.identity.OpenTo.Who;
import io.hemai.identity.Sessions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Where the person who asks is signed in; nobody sees or ends the sessions of others here. */
@RestController
@RequestMapping("/api/v1/sessions")
@OpenTo(Who.SESSION)
class SessionsController {
    private final Sessions sessions;

    SessionsController(Sessions sessions) {
        this.sessions = sessions;
    }

    @GetMapping
    Map<String, List<Map<String, Object>>> list() {
        return Map.of(
                "items",
                sessions.list(asking()).stream().map(SessionsController::item).toList());
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endOthers() {
        sessions.endOthers(asking());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable String id) {
        sessions.end(asking(), id);
    }

    private static Caller asking() {
        return Caller.current().orElseThrow();
    }

    private static Map<String, Object> item(Sessions.Listed session) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("id", session.id());
        item.put("current", session.current());
        item.put("user_agent", session.userAgent());
        item.put("address", session.address());
        item.put("created_at", session.createdAt().toString());
        item.put("last_seen_at", session.lastSeenAt().toString());
        return item;
    }
}
