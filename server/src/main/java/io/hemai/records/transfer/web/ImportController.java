package io.hemai.records.transfer.web;

import io.hemai.identity.RequiresScope;
import io.hemai.identity.Scope;
import io.hemai.kernel.KernelError;
import io.hemai.kernel.Limits;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.kernel.text.FileName;
import io.hemai.records.RecordsError;
import io.hemai.records.store.MassActStore;
import io.hemai.records.transfer.ImportDuplicates;
import io.hemai.records.transfer.ImportJson;
import io.hemai.records.transfer.ImportMode;
import io.hemai.records.transfer.ImportProblemsJson;
import io.hemai.records.transfer.ImportRequest;
import io.hemai.records.transfer.Imports;
import io.hemai.records.transfer.TransferError;
import io.hemai.records.transfer.file.TextForm;
import io.hemai.web.Parameters;
import io.hemai.web.ReaderLanguage;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Imports over HTTP. */
@RestController
@RequestMapping("/api/v1/imports")
@RequiresScope(Scope.IMPORTS)
class ImportController {
    private static final String[] PARTS = {
        "object",
        "mapping",
        "mode",
        "match",
        "duplicates",
        "dry_run",
        "repair",
        "sheet",
        "from",
        "look",
        "encoding",
        "delimiter"
    };

    private final Imports imports;
    private final ImportJson json;
    private final ImportProblemsJson problems;

    ImportController(Imports imports, ImportJson json, ImportProblemsJson problems) {
        this.imports = imports;
        this.json = json;
        this.problems = problems;
    }

    @PostMapping
    ResponseEntity<Map<String, Object>> start(
            @RequestParam(name = "file", required = false) @Nullable MultipartFile file,
            Parameters parameters,
            HttpServletRequest request)
            throws IOException {
        parameters.only(PARTS);
        MassActStore.Job job = started(file, parameters);
        return ResponseEntity.accepted()
                .location(URI.create("/api/v1/imports/" + job.id()))
                .body(json.whole(job, ReaderLanguage.of(request)));
    }

    private MassActStore.Job started(@Nullable MultipartFile file, Parameters parameters) throws IOException {
        if (file == null) {
            RecordId from =
                    id(parameters.text("from").orElseThrow(() -> Refusal.ofField("file", TransferError.NO_FILE)));
            return imports.again(request(parameters, "file", from), from);
        }
        ImportRequest wanted = request(parameters, FileName.of(file.getOriginalFilename()), null);
        try (InputStream content = file.getInputStream()) {
            return imports.start(wanted, content);
        }
    }

    private static ImportRequest request(Parameters parameters, String fileName, @Nullable RecordId from) {
        String mode = parameters.text("mode").orElse(ImportMode.CREATE.code());
        return new ImportRequest(
                parameters.text("object").orElseThrow(() -> Refusal.ofField("object", TransferError.NO_OBJECT)),
                from,
                fileName,
                parameters.text("sheet").orElse(null),
                new TextForm(parameters.text("encoding").orElse(null), delimiter(parameters)),
                parameters.json("mapping").orElse(null),
                ImportMode.of(mode).orElseThrow(() -> Refusal.ofField("mode", TransferError.INVALID_MODE, mode)),
                match(parameters),
                duplicates(parameters.text("duplicates").orElse(ImportDuplicates.ALLOW.code())),
                parameters.flag("look"),
                parameters.flag("dry_run"),
                parameters.flag("repair"));
    }

    /** A tab is blank, which is otherwise as good as nothing. */
    private static @Nullable String delimiter(Parameters parameters) {
        return parameters
                .text("delimiter")
                .map(text -> text.equals("tab") ? "\t" : text)
                .orElse(null);
    }

    private static ImportDuplicates duplicates(String given) {
        return ImportDuplicates.of(given)
                .orElseThrow(() -> Refusal.ofField("duplicates", KernelError.INVALID_PARAMETER, "duplicates", given));
    }

    /** A JSON array of texts or a comma list. */
    private static List<String> match(Parameters parameters) {
        boolean array =
                parameters.text("match").filter(t -> t.strip().startsWith("[")).isPresent();
        return array
                ? parameters.json("match").stream()
                        .flatMap(list -> list.list().stream())
                        .map(String::valueOf)
                        .toList()
                : parameters.list("match");
    }

    @GetMapping
    Map<String, @Nullable Object> newest(Parameters parameters, HttpServletRequest request) {
        parameters.only("limit", "after");
        int limit = parameters.integer("limit", Limits.DEFAULT_PAGE, 1, Limits.PAGE);
        RecordId after = parameters
                .text("after")
                .map(text ->
                        RecordId.parse(text).orElseThrow(() -> Refusal.ofField("after", RecordsError.INVALID_CURSOR)))
                .orElse(null);
        Locale reader = ReaderLanguage.of(request);
        List<MassActStore.Job> found = imports.newest(after, limit + 1);
        List<MassActStore.Job> page = found.size() > limit ? found.subList(0, limit) : found;
        Map<String, @Nullable Object> answer = new LinkedHashMap<>();
        answer.put("items", page.stream().map(job -> json.brief(job, reader)).toList());
        answer.put("next", found.size() > limit ? page.getLast().id().toString() : null);
        return answer;
    }

    @GetMapping("/{id}")
    Map<String, Object> read(@PathVariable String id, HttpServletRequest request) {
        return json.whole(imports.find(id(id)), ReaderLanguage.of(request));
    }

    @GetMapping("/{id}/problems")
    Map<String, @Nullable Object> problems(@PathVariable String id, Parameters parameters, HttpServletRequest request) {
        parameters.only("code", "column", "limit", "after");
        MassActStore.Job job = imports.find(id(id));
        return problems.some(
                job,
                parameters.text("code").orElse(null),
                parameters.text("column").orElse(null),
                parameters.integer("after", 0, 0, Integer.MAX_VALUE),
                parameters.integer("limit", Limits.DEFAULT_PAGE, 1, Limits.PAGE),
                ReaderLanguage.of(request));
    }

    @GetMapping("/{id}/errors.csv")
    void errors(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        MassActStore.Job job = imports.find(id(id));
        response.setContentType("text/csv; charset=UTF-8");
        response.setHeader("Content-Disposition", "attachment; filename=\"errors.csv\"");
        json.errors(job, ReaderLanguage.of(request), response.getOutputStream());
    }

    @PostMapping("/{id}/cancel")
    Map<String, Object> cancel(@PathVariable String id, HttpServletRequest request) {
        return json.whole(imports.cancel(id(id)), ReaderLanguage.of(request));
    }

    @PostMapping("/{id}/undo")
    ResponseEntity<Map<String, Object>> undo(@PathVariable String id, HttpServletRequest request) {
        return ResponseEntity.accepted().body(json.whole(imports.undo(id(id)), ReaderLanguage.of(request)));
    }

    private static RecordId id(String text) {
        return RecordId.parse(text).orElseThrow(() -> Refusal.of(TransferError.IMPORT_NOT_FOUND));
    }
}
