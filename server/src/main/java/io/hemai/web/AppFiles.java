package io.hemai.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.resource.EncodedResourceResolver;
import org.springframework.web.servlet.resource.PathResourceResolver;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/**
 * Serves what {@code web/} was built into, behind all routes: assets, whose names change with what is in them, for a year; other
 * files for an hour; and for every other address the page.
 */
@Configuration(proxyBeanMethods = false)
class AppFiles {
    private static final String ROOT = "app/";
    private static final String ASSETS = "assets/";
    private static final CacheControl FOREVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
    private static final CacheControl A_WHILE =
            CacheControl.maxAge(Duration.ofHours(1)).cachePublic();

    @Bean
    ResourceHttpRequestHandler appAssets() {
        return new Files(ROOT + ASSETS, FOREVER);
    }

    @Bean
    ResourceHttpRequestHandler otherAppFiles() {
        return new Files(ROOT, A_WHILE);
    }

    @Bean
    SimpleUrlHandlerMapping app(ResourceHttpRequestHandler appAssets, ResourceHttpRequestHandler otherAppFiles)
            throws IOException {
        AppPage page = new AppPage(new ClassPathResource(ROOT + "index.html"));
        HttpRequestHandler others = (request, response) ->
                (AppPaths.isOfFile(request) ? otherAppFiles : page).handleRequest(request, response);
        return new SimpleUrlHandlerMapping(
                Map.of("/" + ASSETS + "**", appAssets, "/**", others), Ordered.LOWEST_PRECEDENCE);
    }

    /** Files beside which there may be smaller ones, {@code .br} and {@code .gz}, that the build made. */
    private static final class Files extends ResourceHttpRequestHandler {
        Files(String directory, CacheControl kept) {
            EncodedResourceResolver smaller = new EncodedResourceResolver();
            smaller.setContentCodings(List.of("br", "gzip"));
            setLocations(List.of(new ClassPathResource(directory)));
            setResourceResolvers(List.of(smaller, new PathResourceResolver()));
            setCacheControl(kept);
            setMediaTypes(Map.of("webmanifest", new MediaType("application", "manifest+json")));
            // builds are reproducible, so all files of all builds have one date
            setUseLastModified(false);
        }

        @Override
        protected @Nullable Resource getResource(HttpServletRequest request) throws IOException {
            return super.getResource(new SmallestFirst(request));
        }

        @Override
        protected void setHeaders(HttpServletResponse response, Resource resource, @Nullable MediaType type)
                throws IOException {
            super.setHeaders(response, resource, type);
            response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        }
    }

    /** Browsers name gzip before br, and Spring takes what is named first. */
    private static final class SmallestFirst extends HttpServletRequestWrapper {
        SmallestFirst(HttpServletRequest request) {
            super(request);
        }

        @Override
        public @Nullable String getHeader(String name) {
            String value = super.getHeader(name);
            return value == null || !name.equalsIgnoreCase(HttpHeaders.ACCEPT_ENCODING)
                    ? value
                    : Arrays.stream(value.split(","))
                            .map(String::strip)
                            .sorted(Comparator.comparing(coding -> !coding.equals("br")))
                            .collect(Collectors.joining(", "));
        }
    }
}
