package io.hemai.web;

import com.fasterxml.uuid.Generators;
import jakarta.servlet.FilterChain;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Names every request, by the caller's {@code X-Request-Id} when that is harmless: the name stands in each log line and in the
 * answer. As the outermost filter it also answers what failed outside of all controllers.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public class RequestId extends OncePerRequestFilter {
    /** The header, in and out. */
    public static final String HEADER = "X-Request-Id";
    /** The name in the log's context. */
    public static final String LOGGED = "request_id";

    private static final Pattern HARMLESS = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private final ProblemAnswers answers;

    RequestId(ProblemAnswers answers) {
        this.answers = answers;
    }

    /** The name of the request; empty when it never came through here. */
    public static String of(HttpServletRequest request) {
        return request.getAttribute(LOGGED) instanceof String id ? id : "";
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException {
        String given = request.getHeader(HEADER);
        String id = given != null && HARMLESS.matcher(given).matches()
                ? given
                : Generators.timeBasedEpochGenerator().generate().toString();
        request.setAttribute(LOGGED, id);
        response.setHeader(HEADER, id);
        MDC.put(LOGGED, id);
        try {
            chain.doFilter(request, response);
        } catch (Exception failure) {
            answers.write(failure, request, response);
        } finally {
            MDC.clear();
        }
    }
}
