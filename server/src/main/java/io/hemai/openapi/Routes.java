package io.hemai.openapi;

import io.hemai.identity.web.RouteAccess;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** The routes that there are. */
@Component
class Routes {
    private static final String API = "/api/";

    private final RequestMappingHandlerMapping mapping;

    Routes(@Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mapping) {
        this.mapping = mapping;
    }

    /**
     * A route.
     *
     * @param access who may call it
     */
    record Route(String method, String path, Optional<RouteAccess.Rule> access) {
        /** The name under which it is described. */
        String key() {
            return method + " " + path;
        }

        boolean writes() {
            return !method.equals("GET");
        }
    }

    /** All routes of the API, by path. */
    List<Route> all() {
        return mapping.getHandlerMethods().entrySet().stream()
                .flatMap(route -> routes(route.getKey(), route.getValue()))
                .filter(route -> route.path().startsWith(API))
                .sorted(Comparator.comparing(Route::path).thenComparing(Route::method))
                .toList();
    }

    private static Stream<Route> routes(RequestMappingInfo info, HandlerMethod handler) {
        return info.getPatternValues().stream()
                .flatMap(path -> info.getMethodsCondition().getMethods().stream()
                        .map(method -> new Route(method.name(), path, RouteAccess.rule(handler))));
    }
}
