package io.hemai.processes;

import io.hemai.identity.RequiresScope;
import io.hemai.identity.Scope;
import io.hemai.kernel.KernelError;
import io.hemai.kernel.Limits;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.records.RecordsError;
import io.hemai.web.JsonBody;
import io.hemai.web.Parameters;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The ways of a record through processes, for who works with it. */
@RestController
@RequestMapping(path = "/api/v1/processes", produces = MediaType.APPLICATION_JSON_VALUE)
class ProcessesController {
    private static final String RECORD = "record";

    private final MoveDesk desk;
    private final MoveTelling telling;

    ProcessesController(MoveDesk desk, MoveTelling telling) {
        this.desk = desk;
        this.telling = telling;
    }

    @GetMapping("/at")
    @RequiresScope(Scope.RECORDS_READ)
    Map<String, Object> at(Parameters parameters) {
        parameters.only("object", RECORD);
        String object = required(parameters, "object");
        String record = required(parameters, RECORD);
        RecordId id = RecordId.parse(record).orElseThrow(() -> Refusal.of(RecordsError.NOT_FOUND, object, record));
        return Map.of("items", telling.at(object, id));
    }

    @PostMapping("/checks")
    @RequiresScope(Scope.RECORDS_WRITE)
    Map<String, @Nullable Object> tick(@RequestBody JsonBody body, Parameters parameters) {
        parameters.only();
        Map<String, Object> given = body.object("process", RECORD, "key", "done");
        if (!(given.get("done") instanceof Boolean done)) {
            throw Refusal.ofField("done", KernelError.WRONG_TYPE, "done");
        }
        return desk.tick(id(given, "process"), id(given, RECORD), text(given, "key"), done);
    }

    @PostMapping("/moves")
    @RequiresScope(Scope.RECORDS_WRITE)
    Map<String, Object> ask(@RequestBody JsonBody body, Parameters parameters) {
        parameters.only();
        Map<String, Object> given = body.object("process", RECORD, "to", "approvers");
        return Map.of(
                "begun",
                desk.ask(id(given, "process"), id(given, RECORD), text(given, "to"), people(given.get("approvers"))));
    }

    private static String required(Parameters parameters, String name) {
        return parameters.text(name).orElseThrow(() -> Refusal.ofField(name, KernelError.MISSING, name));
    }

    private static String text(Map<String, Object> given, String member) {
        if (given.get(member) instanceof String text && !text.isBlank()) {
            return text;
        }
        throw Refusal.ofField(member, KernelError.MISSING, member);
    }

    private static RecordId id(Map<String, Object> given, String member) {
        return RecordId.parse(text(given, member))
                .orElseThrow(() -> Refusal.ofField(member, KernelError.WRONG_TYPE, member));
    }

    private static List<RecordId> people(@Nullable Object given) {
        if (given == null) {
            return List.of();
        }
        if (!(given instanceof List<?> several) || several.size() > Limits.PAGE) {
            throw Refusal.ofField("approvers", KernelError.WRONG_TYPE, "approvers");
        }
        return several.stream()
                .map(each -> RecordId.parse(String.valueOf(each))
                        .orElseThrow(() -> Refusal.ofField("approvers", KernelError.WRONG_TYPE, "approvers")))
                .toList();
    }
}
