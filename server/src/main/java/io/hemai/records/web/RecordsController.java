package io.hemai.records.web;

import io.hemai.identity.RequiresScope;
import io.hemai.identity.Scope;
import io.hemai.identity.WhileViewing;
import io.hemai.metadata.Metadata;
import io.hemai.metadata.ObjectType;
import io.hemai.records.Change;
import io.hemai.records.Records;
import io.hemai.records.WriteOptions;
import io.hemai.web.JsonBody;
import io.hemai.web.Once;
import io.hemai.web.Parameters;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The records of every object over HTTP. */
@RestController
@RequestMapping(path = "/api/v1/records/{object}", produces = MediaType.APPLICATION_JSON_VALUE)
class RecordsController {
    private final Records records;
    private final Metadata metadata;
    private final PageJson pages;
    private final Answers answers;

    RecordsController(Records records, Metadata metadata, PageJson pages, Answers answers) {
        this.records = records;
        this.metadata = metadata;
        this.pages = pages;
        this.answers = answers;
    }

    @GetMapping
    @WhileViewing
    @RequiresScope(Scope.RECORDS_READ)
    byte[] list(@PathVariable String object, Parameters parameters) {
        return pages.page(QueryRequest.of(object, parameters));
    }

    @PostMapping("/query")
    @WhileViewing
    @Once(Once.How.NOWHERE)
    @RequiresScope(Scope.RECORDS_READ)
    byte[] query(@PathVariable String object, @RequestBody JsonBody body) {
        return pages.page(QueryRequest.of(object, body));
    }

    @GetMapping("/{id}")
    @WhileViewing
    @RequiresScope(Scope.RECORDS_READ)
    ResponseEntity<byte[]> read(@PathVariable String object, @PathVariable String id, Parameters parameters) {
        parameters.only("fields");
        return answers.record(object, Answers.id(object, id), parameters.list("fields"));
    }

    @PostMapping
    @Once(Once.How.TOGETHER)
    @RequiresScope(Scope.RECORDS_WRITE)
    ResponseEntity<byte[]> create(@PathVariable String object, @RequestBody JsonBody body, Parameters parameters) {
        ObjectType type = metadata.current().require(object);
        WriteOptions options = WriteParameters.read(parameters);
        Change change = Change.create(type, body.object(), false);
        return records.together(() -> {
            records.write(type, List.of(change), options);
            return answers.created(change);
        });
    }

    @PatchMapping("/{id}")
    @RequiresScope(Scope.RECORDS_WRITE)
    ResponseEntity<byte[]> update(
            @PathVariable String object,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
            @RequestBody JsonBody body,
            Parameters parameters) {
        ObjectType type = metadata.current().require(object);
        boolean undoes = parameters.only("duplicates", "undo").flag("undo");
        WriteOptions options = WriteParameters.known(parameters);
        Change change = Change.update(type, Answers.id(object, id), Versions.required(match), body.object(), false);
        if (undoes) {
            change.undo();
        }
        return records.together(() -> {
            records.write(type, List.of(change), options);
            return answers.changed(change);
        });
    }

    @DeleteMapping("/{id}")
    @RequiresScope(Scope.RECORDS_WRITE)
    ResponseEntity<Void> delete(
            @PathVariable String object,
            @PathVariable String id,
            @RequestHeader(name = HttpHeaders.IF_MATCH, required = false) @Nullable String match,
            Parameters parameters) {
        parameters.only();
        ObjectType type = metadata.current().require(object);
        Change change = Change.delete(type, Answers.id(object, id), Versions.required(match));
        records.write(type, List.of(change), WriteOptions.USUAL);
        return ResponseEntity.noContent().build();
    }
}
