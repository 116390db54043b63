package io.hemai.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.servlet.resource.NoResourceFoundException;

/**
 * The web application's one page, which answers every address of the application. Each answer has a nonce of its own, with which
 * the application's parts may add styles; scripts come from files only.
 */
final class AppPage implements HttpRequestHandler {
    private static final String PLACE = "%NONCE%";
    private static final int NONCE_BYTES = 16;
    private static final Set<String> READING = Set.of("GET", "HEAD");
    private static final String POLICY =
            "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-" + PLACE + "';"
                    + " style-src-attr 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self';"
                    + " manifest-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private final SecureRandom random = new SecureRandom();
    private final @Nullable String page;

    /**
     * The page.
     *
     * @param file what was built; a build without the web application has none, and then there is no page
     */
    AppPage(Resource file) throws IOException {
        page = file.exists() ? file.getContentAsString(StandardCharsets.UTF_8) : null;
    }

    @Override
    public void handleRequest(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (page == null || !AppPaths.isOfApp(request)) {
            String path = request.getServletPath();
            throw new NoResourceFoundException(HttpMethod.valueOf(request.getMethod()), path, path);
        }
        if (!READING.contains(request.getMethod())) {
            throw new HttpRequestMethodNotSupportedException(request.getMethod(), List.copyOf(READING));
        }
        String nonce = nonce();
        response.setContentType("text/html;charset=UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        response.setHeader("Content-Security-Policy", POLICY.replace(PLACE, nonce));
        byte[] bytes = page.replace(PLACE, nonce).getBytes(StandardCharsets.UTF_8);
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }

    private String nonce() {
        byte[] bytes = new byte[NONCE_BYTES];
        random.nextBytes(bytes);
        return Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }
}
