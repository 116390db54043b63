package io.hemai.identity.web;

import io.hemai.identity.Callers;
import io.hemai.identity.IdentityError;
import io.hemai.identity.IdentityProperties;
import io.hemai.identity.Scope;
import io.hemai.identity.Viewings;
import io.hemai.identity.Visitor;
import io.hemai.kernel.Refusal;
import io.hemai.web.ProblemAnswers;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpHeaders;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** The rules in front of all routes; {@link RouteAccess} has the rule of each. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(IdentityProperties.class)
@EnableScheduling
class SecurityConfiguration implements WebMvcConfigurer {
    private static final int HSTS_SECONDS = 31_536_000;
    /** Styles may be set by script, as the web application's components do; scripts come from here only. */
    private static final String CONTENT_POLICY = "default-src 'self'; style-src 'self' 'unsafe-inline';"
            + " img-src 'self' data: blob:; font-src 'self' data:; object-src 'none'; base-uri 'self';"
            + " form-action 'self'; frame-ancestors 'none'";

    @Bean
    SecurityFilterChain security(
            HttpSecurity http,
            Callers callers,
            Cookies cookies,
            ProblemAnswers answers,
            ObjectProvider<Viewings> viewings,
            IdentityProperties properties) {
        SessionCsrf csrf = new SessionCsrf();
        return http.addFilterBefore(new IdentityFilter(callers, cookies, answers, viewings), CsrfFilter.class)
                .csrf(c -> c.csrfTokenRepository(csrf)
                        .requireCsrfProtectionMatcher(csrf)
                        .csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler()))
                .securityContext(c -> c.securityContextRepository(new NullSecurityContextRepository()))
                .sessionManagement(s -> s.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .exceptionHandling(e -> e.authenticationEntryPoint((request, response, nobody) ->
                                answers.write(Refusal.of(IdentityError.SIGN_IN_REQUIRED), request, response))
                        .accessDeniedHandler((request, response, denied) -> answers.write(
                                Refusal.of(
                                        denied instanceof CsrfException
                                                ? IdentityError.CSRF
                                                : IdentityError.TOKEN_SCOPE,
                                        Scope.ADMIN.code()),
                                request,
                                response)))
                .headers(headers -> headers(headers, properties.isSecure()))
                .authorizeHttpRequests(routes -> routes.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.ASYNC)
                        .permitAll()
                        .requestMatchers("/api/v1/session", "/api/v1/public/**")
                        .permitAll()
                        .requestMatchers("/api/**")
                        .authenticated()
                        .requestMatchers("/actuator/health", "/actuator/health/*")
                        .permitAll()
                        .requestMatchers("/actuator/**")
                        .access((who, context) -> new AuthorizationDecision(observes(who.get(), context.getRequest())))
                        .anyRequest()
                        .permitAll())
                .build();
    }

    private static void headers(HeadersConfigurer<HttpSecurity> headers, boolean secure) {
        headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_POLICY))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.STRICT_ORIGIN_WHEN_CROSS_ORIGIN))
                .frameOptions(frame -> frame.deny());
        if (secure) {
            headers.httpStrictTransportSecurity(hsts ->
                    hsts.requestMatcher(every -> true).includeSubDomains(false).maxAgeInSeconds(HSTS_SECONDS));
        } else {
            headers.httpStrictTransportSecurity(hsts -> hsts.disable());
        }
    }

    /** Measures are for whoever sits on this machine and for tokens made for it; a proxy here names the real caller. */
    private static boolean observes(Authentication who, HttpServletRequest request) {
        boolean local = new Visitor(request.getRemoteAddr(), "", "").isLocal();
        boolean program = request.getHeader(HttpHeaders.AUTHORIZATION) != null;
        return local
                || (program
                        && who.getAuthorities().stream()
                                .anyMatch(a -> ("SCOPE_" + Scope.ADMIN.code()).equals(a.getAuthority())));
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(new RouteAccess()).order(-1);
    }
}
