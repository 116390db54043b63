package io.hemai.identity.web;

import io.hemai.database.Admission;
import io.hemai.identity.Caller;
import io.hemai.identity.Callers;
import io.hemai.identity.IdentityError;
import io.hemai.identity.Viewings;
import io.hemai.kernel.Refusal;
import io.hemai.web.AppPaths;
import io.hemai.web.ProblemAnswers;
import io.hemai.web.ReaderLanguage;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/** Finds out who asks and does the rest of the request as that person, for that person's tenant. */
final class IdentityFilter extends OncePerRequestFilter {
    private static final String BEARER = "Bearer ";
    private static final String NOBODY = "nobody";
    /** Names the entry in the log by which somebody reads as another person. */
    private static final String VIEW_AS = "X-View-As";

    private final Callers callers;
    private final Cookies cookies;
    private final ProblemAnswers answers;
    private final ObjectProvider<Viewings> viewings;

    IdentityFilter(Callers callers, Cookies cookies, ProblemAnswers answers, ObjectProvider<Viewings> viewings) {
        this.callers = callers;
        this.cookies = cookies;
        this.answers = answers;
        this.viewings = viewings;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        return AppPaths.isOfApp(request);
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        Optional<String> cookie = cookies.read(request, Cookies.SESSION);
        Optional<Caller> caller;
        try {
            caller = authorization == null
                    ? cookie.flatMap(callers::bySession)
                    : bearer(authorization).flatMap(callers::byToken);
            caller = caller.map(found -> viewing(found, request.getHeader(VIEW_AS)));
        } catch (Refusal refused) {
            answers.write(refused, request, response);
            return;
        }
        if (caller.isPresent()) {
            serve(caller.get(), request, response, chain);
        } else if (authorization != null) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer error=\"invalid_token\"");
            answers.write(Refusal.of(IdentityError.TOKEN_INVALID), request, response);
        } else {
            if (cookie.isPresent()) {
                cookies.dropSession(request, response);
            }
            request.setAttribute(Admission.ASKER, NOBODY);
            chain.doFilter(request, response);
        }
    }

    /** In the place of another person, where the client says so and may; else as it is. */
    private Caller viewing(Caller caller, @Nullable String viewing) {
        if (viewing == null) {
            return caller;
        }
        if (caller.session() == null) {
            throw Refusal.of(IdentityError.SESSION_ONLY);
        }
        AtomicReference<Caller> as = new AtomicReference<>();
        caller.serve(() -> {
            as.set(caller.as(viewings.getObject().viewed(caller, viewing)));
            return caller;
        });
        return Objects.requireNonNull(as.get());
    }

    private static Optional<String> bearer(String authorization) {
        return authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? Optional.of(authorization.substring(BEARER.length()).strip())
                : Optional.empty();
    }

    private static void serve(
            Caller caller, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        MDC.put("tenant", caller.tenant().id().name());
        MDC.put("user", caller.who().reader().toString());
        ReaderLanguage.isPersonally(request, caller.who().locale());
        request.setAttribute(Caller.class.getName(), caller);
        request.setAttribute(Admission.ASKER, caller.signIn());
        var authorities = AuthorityUtils.createAuthorityList(caller.who().scopes().stream()
                .map(scope -> "SCOPE_" + scope.code())
                .toList());
        SecurityContextHolder.setContext(
                new SecurityContextImpl(new PreAuthenticatedAuthenticationToken(caller.who(), "", authorities)));
        try {
            caller.serve(() -> {
                chain.doFilter(request, response);
                return caller;
            });
        } catch (ServletException | IOException | RuntimeException failure) {
            throw failure;
        } catch (Exception other) {
            throw new ServletException(other);
        }
    }
}
