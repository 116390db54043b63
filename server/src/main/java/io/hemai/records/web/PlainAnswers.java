package io.hemai.records.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.method.HandlerMethod;
import tools.jackson.databind.json.JsonMapper;

/** What a route gave, whatever its class, as the bytes that go out. */
@Component
class PlainAnswers {
    private final JsonMapper json;

    PlainAnswers(JsonMapper json) {
        this.json = json;
    }

    /** The answer of the route. */
    ResponseEntity<byte[]> of(HandlerMethod route, @Nullable Object given) {
        if (given instanceof ResponseEntity<?> answer) {
            return build(ResponseEntity.status(answer.getStatusCode()).headers(answer.getHeaders()), answer.getBody());
        }
        return build(ResponseEntity.status(status(route)), given);
    }

    private ResponseEntity<byte[]> build(ResponseEntity.BodyBuilder answer, @Nullable Object body) {
        if (body == null) {
            return answer.build();
        }
        byte[] bytes = body instanceof byte[] plain ? plain : json.writeValueAsBytes(body);
        return answer.contentType(MediaType.APPLICATION_JSON).body(bytes);
    }

    private static HttpStatusCode status(HandlerMethod route) {
        return Optional.ofNullable(AnnotatedElementUtils.findMergedAnnotation(route.getMethod(), ResponseStatus.class))
                .map(ResponseStatus::code)
                .orElse(HttpStatus.OK);
    }
}
