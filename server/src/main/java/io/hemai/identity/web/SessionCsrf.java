package io.hemai.identity.web;

import io.hemai.identity.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.DefaultCsrfToken;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The mark that writes by cookie must carry, as it was given at sign-in. Signing in anew is exempt, and so are tokens, which
 * no browser sends by itself.
 */
final class SessionCsrf implements CsrfTokenRepository, RequestMatcher {
    static final String HEADER = "X-CSRF-TOKEN";

    private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    @Override
    public boolean matches(HttpServletRequest request) {
        boolean signsIn =
                request.getMethod().equals("POST") && request.getRequestURI().equals("/api/v1/session");
        return session(request) != null && !READING.contains(request.getMethod()) && !signsIn;
    }

    @Override
    public @Nullable CsrfToken loadToken(HttpServletRequest request) {
        Caller.Session session = session(request);
        return session == null ? null : new DefaultCsrfToken(HEADER, "_csrf", session.csrf());
    }

    private static Caller.@Nullable Session session(HttpServletRequest request) {
        return request.getAttribute(Caller.class.getName()) instanceof Caller caller ? caller.session() : null;
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        throw new IllegalStateException("asked for only where there is a session");
    }

    @Override
    public void saveToken(@Nullable CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        // the session keeps it
    }
}
