package io.hemai.web;

import io.hemai.kernel.KernelError;
import io.hemai.kernel.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.core.MethodParameter;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses forms, and query parameters that no argument of the route takes; a route that takes {@link Parameters} checks them
 * itself.
 */
final class StrictParameters implements HandlerInterceptor {
    private static final String OURS = "io.hemai.";

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (!(handler instanceof HandlerMethod method)
                || !method.getBeanType().getName().startsWith(OURS)
                || request.getParameterMap().isEmpty()) {
            return true;
        }
        if (isForm(request)) {
            throw Refusal.of(KernelError.UNSUPPORTED_MEDIA, MediaType.APPLICATION_FORM_URLENCODED);
        }
        if (Arrays.stream(method.getMethodParameters()).noneMatch(p -> p.getParameterType() == Parameters.class)) {
            List<String> known = Arrays.stream(method.getMethodParameters())
                    .flatMap(StrictParameters::names)
                    .toList();
            JsonBody.refuseUnknown(request.getParameterMap().keySet(), known, KernelError.UNKNOWN_PARAMETER);
        }
        return true;
    }

    /** What curl sends unless told otherwise; a JSON text sent so would be taken for the name of a parameter. */
    private static boolean isForm(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }

    private static Stream<String> names(MethodParameter parameter) {
        List<String> names = new ArrayList<>();
        RequestParam param = parameter.getParameterAnnotation(RequestParam.class);
        if (param != null) {
            names.add(param.name());
        }
        RequestPart part = parameter.getParameterAnnotation(RequestPart.class);
        if (part != null) {
            names.add(part.name());
        }
        return names.stream()
                .map(name -> name.isEmpty() ? Objects.requireNonNullElse(declaredName(parameter), "") : name);
    }

    private static String declaredName(MethodParameter parameter) {
        return Objects.requireNonNull(parameter.getExecutable())
                .getParameters()[parameter.getParameterIndex()]
                .getName();
    }
}
