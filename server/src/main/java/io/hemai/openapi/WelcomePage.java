package io.hemai.openapi;

import io.hemai.identity.OpenTo;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.HtmlUtils;

/** Tells who opens the address in a browser that Hemai runs, and how its API is used. */
@RestController
class WelcomePage {
    private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final String page;

    WelcomePage() throws IOException {
        page = new ClassPathResource("openapi/welcome.html").getContentAsString(StandardCharsets.UTF_8);
    }

    @GetMapping("/")
    @OpenTo(OpenTo.Who.ANYBODY)
    ResponseEntity<String> welcome() {
        String address = ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
        return ResponseEntity.ok().contentType(HTML).body(page.replace("{address}", HtmlUtils.htmlEscape(address)));
    }
}
