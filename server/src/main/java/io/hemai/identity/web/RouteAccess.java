package io.hemai.identity.web;

import io.hemai.identity.Caller;
import io.hemai.identity.IdentityError;
import io.hemai.identity.OpenTo;
import io.hemai.identity.RequiresScope;
import io.hemai.identity.Scope;
import io.hemai.identity.WhileViewing;
import io.hemai.kernel.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.AnnotatedElement;
import java.util.Optional;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.modulith.NamedInterface;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;

/** Lets through whom the route declares by {@link RequiresScope} or {@link OpenTo}; a route without either is closed to tokens. */
@NamedInterface("routes")
public final class RouteAccess implements HandlerInterceptor {
    private static final String API = "/api/";

    /** What a route declares. */
    @NamedInterface("routes")
    public sealed interface Rule {
        /** For kinds of callers. */
        @NamedInterface("routes")
        record Open(OpenTo.Who who) implements Rule {}

        /** For people, and for tokens with the scope. */
        @NamedInterface("routes")
        record Scoped(Scope scope) implements Rule {}
    }

    /** The rule of a route; empty when it declares none. */
    public static Optional<Rule> rule(HandlerMethod route) {
        return rule(route.getMethod()).or(() -> rule(route.getBeanType()));
    }

    private static Optional<Rule> rule(AnnotatedElement declared) {
        RequiresScope scope = AnnotatedElementUtils.findMergedAnnotation(declared, RequiresScope.class);
        if (scope != null) {
            return Optional.of(new Rule.Scoped(scope.value()));
        }
        return Optional.ofNullable(AnnotatedElementUtils.findMergedAnnotation(declared, OpenTo.class))
                .map(open -> new Rule.Open(open.value()));
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        // as the route is declared: the address may write a letter in another way
        if (handler instanceof HandlerMethod route
                && String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE))
                        .startsWith(API)) {
            Optional<Caller> caller = Caller.current();
            refuseViewers(route, caller);
            check(rule(route), caller);
        }
        return true;
    }

    /** Whether who reads as another person may call the route. */
    public static boolean isForViewers(HandlerMethod route) {
        return route.hasMethodAnnotation(WhileViewing.class);
    }

    private static void refuseViewers(HandlerMethod route, Optional<Caller> caller) {
        caller.map(Caller::who)
                .filter(who -> who.viewer() != null && !isForViewers(route))
                .ifPresent(who -> {
                    throw Refusal.of(IdentityError.VIEW_READS_ONLY, who.label());
                });
    }

    private static void check(Optional<Rule> declared, Optional<Caller> caller) {
        boolean program = caller.flatMap(c -> c.who().usedToken()).isPresent();
        if (declared.isEmpty()) {
            requireSession(caller, program);
            return;
        }
        switch (declared.get()) {
            case Rule.Open(OpenTo.Who who) -> checkKind(who, caller, program);
            case Rule.Scoped(Scope scope) -> {
                if (!require(caller).who().scopes().contains(scope)) {
                    throw Refusal.of(IdentityError.TOKEN_SCOPE, scope.code());
                }
            }
        }
    }

    private static void checkKind(OpenTo.Who who, Optional<Caller> caller, boolean program) {
        switch (who) {
            case ANYBODY -> {}
            case SIGNED_IN -> require(caller);
            case SESSION -> requireSession(caller, program);
        }
    }

    private static Caller require(Optional<Caller> caller) {
        return caller.orElseThrow(() -> Refusal.of(IdentityError.SIGN_IN_REQUIRED));
    }

    private static void requireSession(Optional<Caller> caller, boolean program) {
        require(caller);
        if (program) {
            throw Refusal.of(IdentityError.SESSION_ONLY);
        }
    }
}
