package io.hemai.identity.web;

import io.hemai.database.Admission;
import io.hemai.identity.Caller;
import io.hemai.identity.Callers;
import io.hemai.identity.IdentityError;
import io.hemai.kernel.Refusal;
import io.hemai.web.AppPaths;
import io.hemai.web.ProblemAnswers;
import io.hemai.web.ReaderLanguage;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.MDC;
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

    private final Callers callers;
    private final Cookies cookies;
    private final ProblemAnswers answers;

    IdentityFilter(Callers callers, Cookies cookies, ProblemAnswers answers) {
        this.callers = callers;
        this.cookies = cookies;
        this.answers = answers;
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
        } catch (Refusal setAside) {
            answers.write(setAside, request, response);
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

    private static Optional<String> bearer(String authorization) {
        return authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())
                ? Optional.of(authorization.substring(BEARER.length()).strip())
                : Optional.empty();
    }

    private static void serve(
            Caller caller, HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        MDC.put("tenant", caller.tenant().id().name());
        MDC.put("user", caller.who().user().toString());
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
