package io.hemai.records.transfer.web;

import io.hemai.identity.RequiresScope;
import io.hemai.identity.Scope;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.records.store.MassActStore;
import io.hemai.records.transfer.BulkActs;
import io.hemai.records.transfer.BulkJson;
import io.hemai.records.transfer.BulkRequest;
import io.hemai.records.transfer.TransferError;
import io.hemai.records.web.WriteParameters;
import io.hemai.web.JsonBody;
import io.hemai.web.Parameters;
import io.hemai.web.ReaderLanguage;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** One act on many records, done in the background. */
@RestController
@RequestMapping(path = "/api/v1", produces = MediaType.APPLICATION_JSON_VALUE)
class BulkController {
    private final BulkActs bulk;
    private final BulkJson answers;

    BulkController(BulkActs bulk, BulkJson answers) {
        this.bulk = bulk;
        this.answers = answers;
    }

    @PostMapping("/records/{object}/bulk")
    @RequiresScope(Scope.RECORDS_WRITE)
    ResponseEntity<Map<String, Object>> start(
            @PathVariable String object,
            @RequestBody JsonBody body,
            Parameters parameters,
            HttpServletRequest request) {
        boolean duplicates = WriteParameters.read(parameters).allowDuplicates();
        MassActStore.Job job = bulk.start(BulkRequest.of(object, body, duplicates));
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/bulk/" + job.id()))
                .body(answers.whole(job, ReaderLanguage.of(request)));
    }

    @GetMapping("/bulk")
    @RequiresScope(Scope.RECORDS_READ)
    Map<String, Object> newest(Parameters parameters, HttpServletRequest request) {
        parameters.only();
        Locale reader = ReaderLanguage.of(request);
        return Map.of(
                "items",
                bulk.newest().stream().map(job -> answers.brief(job, reader)).toList());
    }

    @GetMapping("/bulk/{id}")
    @RequiresScope(Scope.RECORDS_READ)
    Map<String, Object> read(@PathVariable String id, HttpServletRequest request) {
        return answers.whole(bulk.find(id(id)), ReaderLanguage.of(request));
    }

    @PostMapping("/bulk/{id}/cancel")
    @RequiresScope(Scope.RECORDS_WRITE)
    Map<String, Object> cancel(@PathVariable String id, HttpServletRequest request) {
        return answers.whole(bulk.cancel(id(id)), ReaderLanguage.of(request));
    }

    @PostMapping("/bulk/{id}/undo")
    @RequiresScope(Scope.RECORDS_WRITE)
    ResponseEntity<Map<String, Object>> undo(@PathVariable String id, HttpServletRequest request) {
        return ResponseEntity.accepted().body(answers.whole(bulk.undo(id(id)), ReaderLanguage.of(request)));
    }

    private static RecordId id(String text) {
        return RecordId.parse(text).orElseThrow(() -> Refusal.of(TransferError.BULK_NOT_FOUND));
    }
}
