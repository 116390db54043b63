package io.hemai.records.transfer.web;

import io.hemai.identity.RequiresScope;
import io.hemai.identity.Scope;
import io.hemai.kernel.KernelError;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.records.store.ExportStore;
import io.hemai.records.transfer.ExportFormat;
import io.hemai.records.transfer.ExportJson;
import io.hemai.records.transfer.Exports;
import io.hemai.records.transfer.TransferError;
import io.hemai.web.JsonBody;
import io.hemai.web.ReaderLanguage;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Exports over HTTP. */
@RestController
@RequestMapping("/api/v1/exports")
@RequiresScope(Scope.EXPORTS)
class ExportController {
    private final Exports exports;
    private final ExportJson answers;

    ExportController(Exports exports, ExportJson answers) {
        this.exports = exports;
        this.answers = answers;
    }

    @PostMapping
    ResponseEntity<Map<String, Object>> start(@RequestBody JsonBody body, HttpServletRequest request) {
        Map<String, Object> given = body.object("object", "filter", "fields", "format");
        String format = text(given, "format", ExportFormat.CSV.code());
        ExportStore.Job job = exports.start(
                text(given, "object", ""),
                given.get("filter"),
                fields(given.get("fields")),
                ExportFormat.of(format)
                        .orElseThrow(() -> Refusal.ofField("format", TransferError.INVALID_FORMAT, format)));
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/exports/" + job.id()))
                .body(answers.whole(job, ReaderLanguage.of(request)));
    }

    private static String text(Map<String, Object> given, String name, String otherwise) {
        Object value = given.get(name);
        if (value == null || value instanceof String) {
            return value == null ? otherwise : (String) value;
        }
        throw Refusal.ofField(name, KernelError.WRONG_TYPE, name);
    }

    private static List<String> fields(@Nullable Object given) {
        if (given == null) {
            return List.of();
        }
        if (given instanceof List<?> list && list.stream().allMatch(String.class::isInstance)) {
            return list.stream().map(String.class::cast).toList();
        }
        throw Refusal.ofField("fields", KernelError.WRONG_TYPE, "fields");
    }

    @GetMapping("/{id}")
    Map<String, Object> read(@PathVariable String id, HttpServletRequest request) {
        return answers.whole(exports.find(id(id)), ReaderLanguage.of(request));
    }

    @GetMapping("/{id}/file")
    ResponseEntity<Resource> file(@PathVariable String id) {
        Exports.Finished file = exports.file(id(id));
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(file.mediaType()))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.name())
                                .build()
                                .toString())
                .body(new FileSystemResource(file.path()));
    }

    private static RecordId id(String text) {
        return RecordId.parse(text).orElseThrow(() -> Refusal.of(TransferError.EXPORT_NOT_FOUND));
    }
}
