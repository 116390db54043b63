package io.hemai.records.web;

import io.hemai.identity.RequiresScope;
import io.hemai.identity.Scope;
import io.hemai.kernel.ErrorCode;
import io.hemai.kernel.KernelError;
import io.hemai.kernel.Limits;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.records.Bin;
import io.hemai.records.RecordsError;
import io.hemai.records.store.BinReader;
import io.hemai.web.Parameters;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What was deleted. */
@RestController
class BinController {
    private final Bin bin;
    private final Answers answers;

    BinController(Bin bin, Answers answers) {
        this.bin = bin;
        this.answers = answers;
    }

    @GetMapping(path = "/api/v1/bin", produces = MediaType.APPLICATION_JSON_VALUE)
    @RequiresScope(Scope.RECORDS_READ)
    ResponseEntity<byte[]> list(Parameters parameters) {
        parameters.only("objects", "record", "limit", "after");
        int limit = parameters.integer("limit", Limits.DEFAULT_PAGE, 1, Limits.PAGE);
        BinReader.Wanted wanted = new BinReader.Wanted(
                parameters.list("objects"),
                id(parameters, "record", KernelError.INVALID_PARAMETER),
                id(parameters, "after", RecordsError.INVALID_CURSOR),
                limit + 1);
        List<BinReader.Entry> found = bin.entries(wanted);
        List<BinReader.Entry> page = found.size() > limit ? found.subList(0, limit) : found;
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("items", page.stream().map(BinController::item).toList());
        answer.put("next", found.size() > limit ? page.getLast().id().toString() : null);
        return answers.json(answer);
    }

    private static @Nullable RecordId id(Parameters parameters, String name, ErrorCode error) {
        return parameters
                .text(name)
                .map(text -> RecordId.parse(text).orElseThrow(() -> Refusal.ofField(name, error, name, text)))
                .orElse(null);
    }

    private static Map<String, Object> item(BinReader.Entry entry) {
        Map<String, Object> by = new LinkedHashMap<>();
        if (entry.by() != null) {
            by.put("id", entry.by().toString());
        }
        by.put("label", entry.byLabel());
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("id", entry.record().toString());
        item.put("object", entry.object());
        item.put("label", entry.label());
        item.put("deleted_at", entry.at().toString());
        item.put("deleted_by", by);
        item.put("cascade", entry.cascade());
        return item;
    }
}
