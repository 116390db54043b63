package io.hemai.openapi;

import io.hemai.identity.RequiresScope;
import io.hemai.identity.Scope;
import io.hemai.web.ReaderLanguage;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The description of the API over HTTP. */
@RestController
class OpenApiController {
    private final Document document;

    OpenApiController(Document document) {
        this.document = document;
    }

    @GetMapping(path = "/api/v1/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @RequiresScope(Scope.META_READ)
    Map<String, Object> describe(HttpServletRequest request) {
        return document.in(ReaderLanguage.of(request));
    }
}
