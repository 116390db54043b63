package io.hemai.files;

import io.hemai.identity.RequiresScope;
import io.hemai.identity.Scope;
import io.hemai.identity.WhileViewing;
import io.hemai.kernel.KernelError;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.kernel.text.FileName;
import io.hemai.records.StoredFile;
import io.hemai.records.StoredFiles;
import io.hemai.tenancy.ContentShelf;
import io.hemai.web.Parameters;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.json.JsonMapper;

/** Files over HTTP. */
@RestController
@RequestMapping("/api/v1/files")
@EnableConfigurationProperties(FilesProperties.class)
class FilesController {
    private static final Logger LOG = LoggerFactory.getLogger(FilesController.class);

    private final Uploads uploads;
    private final StoredFiles files;
    private final Contents contents;
    private final Thumbnails thumbnails;
    private final FilesProperties properties;
    private final JsonMapper json;

    FilesController(
            Uploads uploads,
            StoredFiles files,
            Contents contents,
            Thumbnails thumbnails,
            FilesProperties properties,
            JsonMapper json) {
        this.uploads = uploads;
        this.files = files;
        this.contents = contents;
        this.thumbnails = thumbnails;
        this.properties = properties;
        this.json = json;
    }

    /**
     * What fits.
     *
     * @param maxSize in bytes
     */
    record Limits(long maxSize) {}

    /** So that nobody sends for minutes what is refused at the end. */
    @GetMapping("/limits")
    @RequiresScope(Scope.RECORDS_READ)
    @WhileViewing
    Limits limits(Parameters parameters) {
        parameters.only();
        return new Limits(properties.maxSize().toBytes());
    }

    @PostMapping
    @RequiresScope(Scope.RECORDS_WRITE)
    ResponseEntity<byte[]> store(
            @RequestParam(name = "file", required = false) @Nullable List<MultipartFile> given, Parameters parameters)
            throws IOException {
        parameters.only();
        if (given == null || given.size() != 1) {
            throw Refusal.ofField("file", FilesError.NO_FILE);
        }
        MultipartFile file = given.getFirst();
        check(file.getSize());
        String name = FileName.of(file.getOriginalFilename());
        try (InputStream content = file.getInputStream();
                ContentShelf.Incoming incoming = uploads.receive(content)) {
            String type = ContentType.of(incoming.part(), name);
            StoredFile stored = uploads.keep(incoming, name, type);
            return ResponseEntity.created(URI.create("/api/v1/files/" + stored.id()))
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(json.writeValueAsBytes(stored.json()));
        }
    }

    private void check(long size) {
        if (size == 0) {
            throw Refusal.ofField("file", FilesError.EMPTY);
        }
        if (size > properties.maxSize().toBytes()) {
            throw Refusal.ofField("file", FilesError.TOO_LARGE, said(properties.maxSize()));
        }
    }

    private static String said(DataSize size) {
        return size.toMegabytes() > 0 ? size.toMegabytes() + " MB" : size.toKilobytes() + " KB";
    }

    @GetMapping("/{id}")
    @RequiresScope(Scope.RECORDS_READ)
    ResponseEntity<Resource> read(@PathVariable String id, Parameters parameters, @RequestHeader HttpHeaders headers) {
        parameters.only();
        StoredFile file = file(id);
        Resource content = content(file);
        return FileAnswer.lacks(headers, content) ? FileAnswer.beyond(file.size()) : FileAnswer.of(file, content);
    }

    @GetMapping("/{id}/thumbnail")
    @RequiresScope(Scope.RECORDS_READ)
    ResponseEntity<Resource> thumbnail(@PathVariable String id, Parameters parameters) {
        int size =
                parameters.only("size").text("size").map(FilesController::size).orElse(Thumbnails.SIZES.getLast());
        StoredFile file = file(id);
        return FileAnswer.of(file, thumbnails.of(file, content(file), size), size);
    }

    private static int size(String given) {
        return Thumbnails.SIZES.stream()
                .filter(size -> given.equals(size.toString()))
                .findFirst()
                .orElseThrow(() -> Refusal.ofField("size", KernelError.INVALID_PARAMETER, "size", given));
    }

    private StoredFile file(String id) {
        return RecordId.parse(id).flatMap(files::find).orElseThrow(() -> Refusal.of(FilesError.NOT_FOUND));
    }

    private Resource content(StoredFile file) {
        return contents.open(file.sha256()).orElseThrow(() -> {
            LOG.error("The content {} of file {} is missing; bring it back from a backup", file.sha256(), file.id());
            return Refusal.of(FilesError.CONTENT_MISSING, file.name());
        });
    }
}
