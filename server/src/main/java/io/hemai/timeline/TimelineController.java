package io.hemai.timeline;

import io.hemai.identity.RequiresScope;
import io.hemai.identity.Scope;
import io.hemai.identity.WhileViewing;
import io.hemai.kernel.KernelError;
import io.hemai.kernel.Limits;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.records.RecordsError;
import io.hemai.web.Parameters;
import io.hemai.web.ReaderLanguage;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The timeline of a record over HTTP. */
@RestController
class TimelineController {
    private final Timeline timeline;
    private final JsonMapper json;

    TimelineController(Timeline timeline, JsonMapper json) {
        this.timeline = timeline;
        this.json = json;
    }

    @GetMapping(path = "/api/v1/records/{object}/{id}/timeline", produces = MediaType.APPLICATION_JSON_VALUE)
    @WhileViewing
    @RequiresScope(Scope.RECORDS_READ)
    byte[] timeline(
            @PathVariable String object, @PathVariable String id, Parameters parameters, HttpServletRequest request) {
        parameters.only("limit", "after", "only");
        int limit = parameters.integer("limit", Limits.DEFAULT_PAGE, 1, Limits.PAGE);
        TimelinePlace from = parameters.text("after").map(TimelinePlace::parse).orElseGet(TimelinePlace::start);
        RecordId record = RecordId.parse(id).orElseThrow(() -> Refusal.of(RecordsError.NOT_FOUND, object, id));
        Timeline.Page page = timeline.page(object, record, from, limit, parts(parameters), ReaderLanguage.of(request));
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("items", page.items().stream().map(TimelineItem::json).toList());
        answer.put("next", page.next() == null ? null : page.next().text());
        return json.writeValueAsBytes(answer);
    }

    /** The parts of the timeline that are asked for; all of them when none is named. */
    private Set<String> parts(Parameters parameters) {
        List<String> asked = parameters.list("only");
        asked.stream()
                .filter(part -> !timeline.parts().contains(part))
                .findFirst()
                .ifPresent(part -> {
                    throw Refusal.ofField("only", KernelError.INVALID_PARAMETER, "only", part);
                });
        return asked.isEmpty() ? timeline.parts() : Set.copyOf(asked);
    }
}
