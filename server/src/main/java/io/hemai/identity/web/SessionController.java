package io.hemai.identity.web;

import io.hemai.identity.Caller;
import io.hemai.identity.Callers;
import io.hemai.identity.IdentityError;
import io.hemai.identity.OpenTo;
import io.hemai.identity.OpenTo.Who;
import io.hemai.identity.SessionDetail;
import io.hemai.identity.Sessions;
import io.hemai.identity.SignInDesk;
import io.hemai.identity.SignInDesk.Admitted;
import io.hemai.identity.Viewer;
import io.hemai.identity.Visitor;
import io.hemai.identity.WhileViewing;
import io.hemai.kernel.KernelError;
import io.hemai.kernel.Problems;
import io.hemai.kernel.Refusal;
import io.hemai.kernel.TenantId;
import io.hemai.web.Once;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Signs people in and out. */
@RestController
@RequestMapping("/api/v1/session")
class SessionController {
    private final SignInDesk desk;
    private final TenantChoice tenants;
    private final Callers callers;
    private final Sessions sessions;
    private final Cookies cookies;
    private final ObjectProvider<SessionDetail> details;

    SessionController(
            SignInDesk desk,
            TenantChoice tenants,
            Callers callers,
            Sessions sessions,
            Cookies cookies,
            ObjectProvider<SessionDetail> details) {
        this.desk = desk;
        this.tenants = tenants;
        this.callers = callers;
        this.sessions = sessions;
        this.cookies = cookies;
        this.details = details;
    }

    /** What somebody types to sign in. */
    record Credentials(
            @Nullable String login,
            @Nullable String password,
            @Nullable String tenant) {}

    @PostMapping
    @Once(Once.How.NOWHERE)
    @OpenTo(Who.ANYBODY)
    Map<String, Object> signIn(
            @RequestBody Credentials given, HttpServletRequest request, HttpServletResponse response) {
        Problems problems = new Problems();
        if (given.login() == null) {
            problems.add("login", KernelError.MISSING, "login");
        }
        if (given.password() == null) {
            problems.add("password", KernelError.MISSING, "password");
        }
        problems.refuseIfAny();
        Admitted admitted = admit(
                Objects.requireNonNull(given.login()),
                Objects.requireNonNull(given.password()),
                given.tenant(),
                request);
        Caller.current().map(Caller::session).ifPresent(sessions::end);
        cookies.keep(admitted, request, response);
        keepSize(response);
        return about(
                callers.bySession(admitted.session()).orElseThrow(() -> Refusal.of(IdentityError.WRONG_CREDENTIALS)));
    }

    private Admitted admit(String login, String password, @Nullable String named, HttpServletRequest request) {
        TenantId tenant = tenants.choose(named, request.getServerName())
                .orElseThrow(() -> Refusal.of(IdentityError.WRONG_CREDENTIALS));
        return desk.admit(
                tenant,
                login,
                password,
                new Visitor(
                        request.getRemoteAddr(),
                        Objects.requireNonNullElse(request.getHeader(HttpHeaders.USER_AGENT), ""),
                        cookies.read(request, Cookies.DEVICE).orElse("")));
    }

    @GetMapping
    @WhileViewing
    @OpenTo(Who.SIGNED_IN)
    Map<String, Object> session(HttpServletResponse response) {
        keepSize(response);
        return about(Caller.current().orElseThrow());
    }

    /** The size of an answer that holds a secret says nothing about it: neither Hemai nor a proxy may compress it. */
    private static void keepSize(HttpServletResponse response) {
        response.setHeader(HttpHeaders.CONTENT_ENCODING, "identity");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store, no-transform");
    }

    @DeleteMapping
    @OpenTo(Who.ANYBODY)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signOut(HttpServletRequest request, HttpServletResponse response) {
        Caller.current().map(Caller::session).ifPresent(session -> {
            sessions.end(session);
            cookies.dropSession(request, response);
        });
    }

    private static Map<String, Object> viewing(Viewer viewer) {
        return Map.of(
                "id", viewer.viewing().toString(),
                "by", Map.of("id", viewer.user().toString(), "label", viewer.label()),
                "until", viewer.until().toString());
    }

    private Map<String, Object> about(Caller caller) {
        Map<String, Object> about = new LinkedHashMap<>();
        about.put(
                "user",
                Map.of(
                        "id", caller.who().user().toString(),
                        "label", caller.who().label()));
        Viewer viewer = caller.who().viewer();
        if (viewer != null) {
            about.put("viewing", viewing(viewer));
        }
        about.put("tenant", caller.tenant().id().name());
        if (caller.tenant().isNamed()) {
            about.put("company", caller.tenant().label());
        }
        Caller.Session session = caller.session();
        if (session != null) {
            about.put("csrf", session.csrf());
        }
        about.put("locale", caller.who().locale().toLanguageTag());
        about.put("time_zone", caller.who().zone().getId());
        AtomicReference<Map<String, Object>> more = new AtomicReference<>(Map.of());
        caller.serve(() -> {
            Map<String, Object> found = new LinkedHashMap<>();
            details.orderedStream().forEach(detail -> found.putAll(detail.about(caller.who())));
            more.set(found);
            return caller;
        });
        about.putAll(more.get());
        return about;
    }
}
