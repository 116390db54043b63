package io.hemai.identity.web;

import io.hemai.identity.IdentityProperties;
import io.hemai.identity.Sessions;
import io.hemai.identity.SignInDesk.Admitted;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/** The two cookies: the session, and the mark of a browser that somebody uses. Scripts see neither. */
@Component
class Cookies {
    static final String SESSION = "hemai_session";
    static final String DEVICE = "hemai_device";

    private static final Duration DEVICE_KEPT = Duration.ofDays(365);

    private final boolean secure;

    Cookies(IdentityProperties properties) {
        this.secure = properties.isSecure();
    }

    Optional<String> read(HttpServletRequest request, String name) {
        return Optional.ofNullable(WebUtils.getCookie(request, name))
                .map(Cookie::getValue)
                .filter(v -> !v.isEmpty());
    }

    void keep(Admitted admitted, HttpServletRequest request, HttpServletResponse response) {
        set(request, response, SESSION, admitted.session(), Sessions.LONGEST);
        set(request, response, DEVICE, admitted.device(), DEVICE_KEPT);
    }

    void dropSession(HttpServletRequest request, HttpServletResponse response) {
        set(request, response, SESSION, "", Duration.ZERO);
    }

    private void set(
            HttpServletRequest request, HttpServletResponse response, String name, String value, Duration kept) {
        ResponseCookie cookie = ResponseCookie.from(name, value)
                .httpOnly(true)
                .sameSite("Lax")
                .secure(secure || request.isSecure())
                .path("/")
                .maxAge(kept)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
