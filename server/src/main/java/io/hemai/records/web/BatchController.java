package io.hemai.records.web;

import io.hemai.identity.RequiresScope;
import io.hemai.identity.Scope;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.CommonFields;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectType;
import io.hemai.records.Change;
import io.hemai.records.Records;
import io.hemai.records.WriteOptions;
import io.hemai.web.JsonBody;
import io.hemai.web.Once;
import io.hemai.web.Parameters;
import io.hemai.web.ProblemTexts;
import io.hemai.web.ReaderLanguage;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Many changes in one request. */
@RestController
@RequestMapping(path = "/api/v1/records/{object}/batch", produces = MediaType.APPLICATION_JSON_VALUE)
class BatchController {
    private final Records records;
    private final Metadata metadata;
    private final Answers answers;
    private final ProblemTexts texts;

    BatchController(Records records, Metadata metadata, Answers answers, ProblemTexts texts) {
        this.records = records;
        this.metadata = metadata;
        this.answers = answers;
        this.texts = texts;
    }

    @PostMapping
    @Once(Once.How.TOGETHER)
    @RequiresScope(Scope.RECORDS_WRITE)
    ResponseEntity<byte[]> batch(
            @PathVariable String object,
            @RequestBody JsonBody body,
            Parameters parameters,
            HttpServletRequest request) {
        ObjectType type = metadata.current().require(object);
        BatchRequest batch = BatchRequest.of(type, body);
        Locale reader = ReaderLanguage.of(request);
        WriteOptions asked = WriteParameters.read(parameters);
        return records.together(() -> {
            if (batch.atomic()) {
                records.write(type, batch.changes(), asked.inBatch());
            } else {
                records.writeRowByRow(type, batch.changes(), asked);
            }
            return answers.json(Map.of(
                    "results",
                    batch.changes().stream()
                            .map(change -> result(change, reader))
                            .toList()));
        });
    }

    private Map<String, Object> result(Change change, Locale reader) {
        Map<String, Object> result = new LinkedHashMap<>();
        if (change.isRefused()) {
            Refusal refusal = Refusal.of(change.problems());
            result.put("status", refusal.code().kind().status());
            result.put("errors", texts.errors(change.problems(), reader));
            return result;
        }
        result.put(
                "status",
                switch (change.kind()) {
                    case CREATE -> 201;
                    case UPDATE, RESTORE -> 200;
                    case DELETE -> 204;
                });
        result.put("id", change.id().toString());
        if (change.kind() != Change.Kind.DELETE) {
            result.put("version", Objects.requireNonNull(change.value(CommonFields.VERSION)));
        }
        return result;
    }
}
