package io.hemai.web;

import io.hemai.kernel.ErrorCode;
import io.hemai.kernel.Problem;
import io.hemai.kernel.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers every failure as {@code application/problem+json} (RFC 9457): refusals with their code and words, anything
 * unexpected with nothing but the request's id, under which the log has the rest.
 */
@Component
public class ProblemAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(ProblemAnswers.class);
    /** The extra of a refusal that also becomes the header: seconds after which to try again. */
    public static final String RETRY_AFTER = "retry_after";

    private static final int USUAL_WAIT_SECONDS = 5;

    private final ProblemTexts texts;
    private final JsonMapper json;

    ProblemAnswers(ProblemTexts texts, JsonMapper json) {
        this.texts = texts;
        this.json = json;
    }

    /** The answer to a failure, for controllers. */
    public ResponseEntity<Map<String, Object>> answer(Throwable failure, HttpServletRequest request) {
        Refusal refusal = understood(failure);
        return ResponseEntity.status(refusal.code().kind().status())
                .headers(headers(failure, refusal, request))
                .body(body(refusal, request));
    }

    /** Writes the answer to a failure, for filters. Does nothing when an answer is already on its way. */
    public void write(Throwable failure, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (response.isCommitted() || Failures.clientIsGone(failure)) {
            return;
        }
        Refusal refusal = understood(failure);
        response.resetBuffer();
        response.setStatus(refusal.code().kind().status());
        headers(failure, refusal, request)
                .forEach((name, values) -> values.forEach(value -> response.setHeader(name, value)));
        response.getOutputStream().write(json.writeValueAsBytes(body(refusal, request)));
    }

    private static Refusal understood(Throwable failure) {
        Refusal refusal = Failures.refusal(failure);
        if (refusal.code().kind() == ErrorCode.Kind.INTERNAL) {
            LOG.error("unexpected failure", failure);
        } else if (refusal.code().kind() == ErrorCode.Kind.UNAVAILABLE) {
            LOG.warn("answered {}: {}", refusal.code().code(), failure.toString());
        }
        return refusal;
    }

    private Map<String, Object> body(Refusal refusal, HttpServletRequest request) {
        Locale reader = ReaderLanguage.of(request);
        int status = refusal.code().kind().status();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("title", texts.title(status, reader));
        body.put("status", status);
        body.put("code", refusal.code().code());
        body.put("detail", texts.detail(refusal, reader));
        List<Problem> problems = refusal.problems();
        if (problems.size() > 1 || problems.stream().anyMatch(p -> p.field() != null || p.index() != null)) {
            body.put("errors", texts.errors(problems, reader));
        }
        body.putAll(refusal.extras());
        body.put("request_id", RequestId.of(request));
        return body;
    }

    private static HttpHeaders headers(Throwable failure, Refusal refusal, HttpServletRequest request) {
        HttpHeaders headers = new HttpHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        headers.setContentLanguage(ReaderLanguage.of(request));
        headers.putAll(Failures.headers(failure));
        if (refusal.extras().get(RETRY_AFTER) instanceof Number seconds) {
            headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(seconds));
        } else if (refusal.code().kind() == ErrorCode.Kind.UNAVAILABLE) {
            headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(USUAL_WAIT_SECONDS));
        }
        return headers;
    }
}
