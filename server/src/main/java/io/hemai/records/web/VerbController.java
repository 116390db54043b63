package io.hemai.records.web;

import io.hemai.identity.RequiresScope;
import io.hemai.identity.Scope;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectType;
import io.hemai.records.Bin;
import io.hemai.records.Records;
import io.hemai.records.RecordsError;
import io.hemai.records.Row;
import io.hemai.records.verb.Verb;
import io.hemai.records.verb.Verbs;
import io.hemai.web.JsonBody;
import io.hemai.web.Once;
import io.hemai.web.Parameters;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The one route of all business verbs, and the return from the bin. */
@RestController
@RequestMapping(path = "/api/v1/records/{object}/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
class VerbController implements Once.Choice {
    private final Records records;
    private final Bin bin;
    private final Verbs verbs;
    private final Metadata metadata;
    private final Answers answers;

    VerbController(Records records, Bin bin, Verbs verbs, Metadata metadata, Answers answers) {
        this.records = records;
        this.bin = bin;
        this.verbs = verbs;
        this.metadata = metadata;
        this.answers = answers;
    }

    /** What commits in chunks cannot keep its answer with all of them. */
    @Override
    public Once.How once(Map<String, String> variables) {
        ObjectType type = metadata.current().require(variables.getOrDefault("object", ""));
        String verb = variables.get("verb");
        return verb != null && verbs.require(type, verb).inChunks() ? Once.How.APART : Once.How.TOGETHER;
    }

    @PostMapping("/restore")
    @RequiresScope(Scope.RECORDS_WRITE)
    ResponseEntity<byte[]> restore(@PathVariable String object, @PathVariable String id) {
        ObjectType type = metadata.current().require(object);
        RecordId record = Answers.id(object, id);
        return records.together(() -> {
            bin.restore(type.name(), record);
            return answers.record(object, record);
        });
    }

    @PostMapping("/{verb}")
    @RequiresScope(Scope.RECORDS_WRITE)
    ResponseEntity<byte[]> run(
            @PathVariable String object,
            @PathVariable String id,
            @PathVariable String verb,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
            @RequestBody(required = false) @Nullable JsonBody body,
            Parameters parameters) {
        parameters.only();
        ObjectType type = metadata.current().require(object);
        Verb<?, ?> found = verbs.require(type, verb);
        Map<String, Object> given = body == null ? Map.of() : body.object();
        Long version = Versions.optional(match);
        RecordId record = Answers.id(object, id);
        return found.inChunks()
                ? run(found, type, record, version, given)
                : records.together(() -> run(found, type, record, version, given));
    }

    private <I, O> ResponseEntity<byte[]> run(
            Verb<I, O> verb, ObjectType type, RecordId id, @Nullable Long version, Map<String, Object> given) {
        // locked where a version is given, so that of two who saw the same one only the first goes on
        Row record = version == null || verb.inChunks() ? records.read(type.name(), id) : records.lock(type, id);
        if (version != null && version != record.version()) {
            throw Refusal.of(RecordsError.STALE, version, record.version());
        }
        O output = verbs.run(verb, record, verbs.input(verb, given));
        return output == null ? answers.record(type.name(), id) : answers.json(output);
    }
}
