package io.hemai.records.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerAdapter;
import org.springframework.web.servlet.mvc.method.annotation.ServletInvocableHandlerMethod;

/** Calls every POST of every controller once for each {@code Idempotency-Key}. */
@Component
class PostCalls implements WebMvcRegistrations {
    private final ObjectProvider<Idempotency> idempotency;

    PostCalls(ObjectProvider<Idempotency> idempotency) {
        this.idempotency = idempotency;
    }

    @Override
    public RequestMappingHandlerAdapter getRequestMappingHandlerAdapter() {
        return new RequestMappingHandlerAdapter() {
            @Override
            protected ServletInvocableHandlerMethod createInvocableHandlerMethod(HandlerMethod route) {
                return new Call(route);
            }
        };
    }

    /** A route whose arguments are read before, and outside of, what happens once. */
    private final class Call extends ServletInvocableHandlerMethod {
        Call(HandlerMethod route) {
            super(route);
        }

        @Override
        public @Nullable Object invokeForRequest(
                NativeWebRequest web, @Nullable ModelAndViewContainer container, Object... provided) throws Exception {
            HttpServletRequest request = Objects.requireNonNull(web.getNativeRequest(HttpServletRequest.class));
            @Nullable Object[] arguments = getMethodArgumentValues(web, container, provided);
            return request.getMethod().equals("POST") && request.getHeader(Idempotency.HEADER) != null
                    ? idempotency.getObject().once(request, this, arguments, () -> doInvoke(arguments))
                    : doInvoke(arguments);
        }
    }
}
