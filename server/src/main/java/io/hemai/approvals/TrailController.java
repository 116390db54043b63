package io.hemai.approvals;

import io.hemai.identity.RequiresScope;
import io.hemai.identity.Scope;
import io.hemai.kernel.KernelError;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.records.RecordsError;
import io.hemai.web.Parameters;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The approvals of a record. */
@RestController
@RequestMapping(path = "/api/v1/approvals", produces = MediaType.APPLICATION_JSON_VALUE)
class TrailController {
    private final Trail trail;

    TrailController(Trail trail) {
        this.trail = trail;
    }

    @GetMapping
    @RequiresScope(Scope.RECORDS_READ)
    Map<String, Object> of(Parameters parameters) {
        parameters.only("object", "record");
        String object = required(parameters, "object");
        String record = required(parameters, "record");
        RecordId id = RecordId.parse(record).orElseThrow(() -> Refusal.of(RecordsError.NOT_FOUND, object, record));
        return Map.of("items", trail.of(object, id));
    }

    private static String required(Parameters parameters, String name) {
        return parameters.text(name).orElseThrow(() -> Refusal.ofField(name, KernelError.MISSING, name));
    }
}
