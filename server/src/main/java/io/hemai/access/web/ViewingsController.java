package io.hemai.access.web;

import io.hemai.access.ViewAs;
import io.hemai.access.Viewing;
import io.hemai.identity.Caller;
import io.hemai.identity.OpenTo;
import io.hemai.identity.OpenTo.Who;
import io.hemai.identity.RequiresScope;
import io.hemai.identity.Scope;
import io.hemai.kernel.KernelError;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Reading as another person: begun and ended in a web session, and the log of it. */
@RestController
class ViewingsController {
    private static final String VIEWINGS = "/api/v1/viewings";

    private final ViewAs viewAs;

    ViewingsController(ViewAs viewAs) {
        this.viewAs = viewAs;
    }

    @PostMapping("/api/v1/users/{id}/view")
    @OpenTo(Who.SESSION)
    ResponseEntity<Map<String, @Nullable Object>> begin(@PathVariable String id) {
        RecordId person = RecordId.parse(id).orElseThrow(() -> Refusal.of(KernelError.NOT_FOUND));
        Viewing begun = viewAs.begin(asking(), person);
        return ResponseEntity.created(URI.create(VIEWINGS + "/" + begun.id())).body(item(begun));
    }

    @GetMapping(VIEWINGS)
    @RequiresScope(Scope.ADMIN)
    Map<String, List<Map<String, @Nullable Object>>> list() {
        return Map.of(
                "items", viewAs.newest().stream().map(ViewingsController::item).toList());
    }

    @DeleteMapping(VIEWINGS + "/{id}")
    @OpenTo(Who.SESSION)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable String id) {
        viewAs.end(asking(), id);
    }

    private static Caller asking() {
        return Caller.current().orElseThrow();
    }

    private static Map<String, @Nullable Object> item(Viewing viewing) {
        Map<String, @Nullable Object> item = new LinkedHashMap<>();
        item.put("id", viewing.id().toString());
        item.put("by", link(viewing.viewer(), viewing.viewerLabel()));
        item.put("person", link(viewing.person(), viewing.personLabel()));
        item.put("started_at", viewing.startedAt().toString());
        item.put("until", viewing.until().toString());
        item.put(
                "ended_at", viewing.endedAt() == null ? null : viewing.endedAt().toString());
        return item;
    }

    private static Map<String, String> link(RecordId id, String label) {
        return Map.of("id", id.toString(), "label", label);
    }
}
