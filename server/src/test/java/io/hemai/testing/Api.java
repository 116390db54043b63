package io.hemai.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client of the HTTP API as tests need it: keeps its cookies and the CSRF mark, sends JSON (texts as they are, everything
 * else written as JSON), answers status, headers and JSON. Paths begin behind {@code /api/v1}, unless with two slashes.
 */
public final class Api {
    /** Reads and writes JSON in tests. */
    public static final JsonMapper JSON = new JsonMapper();

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final String address;
    private final Map<String, String> headers = new TreeMap<>();
    private final Map<String, String> cookies = new LinkedHashMap<>();

    private Api(String address) {
        this.address = address;
    }

    /** A client that is not signed in. */
    public static Api at(int port) {
        return new Api("http://localhost:" + port);
    }

    /** Sends the header with every request from now on. */
    public Api header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    /** No longer sends the header. */
    public Api without(String name) {
        headers.remove(name);
        return this;
    }

    /** Asks for answers in the language. */
    public Api speaking(String language) {
        return header("Accept-Language", language);
    }

    /** Comes from another address, as a proxy would report it. */
    public Api from(String clientAddress) {
        return header("X-Forwarded-For", clientAddress);
    }

    /** A new client that uses the token. */
    public Api token(String token) {
        return new Api(address).header("Authorization", "Bearer " + token);
    }

    /** A new client with nothing kept. */
    public Api anew() {
        return new Api(address);
    }

    /** Signs in and keeps the session; fails when that is refused. */
    public Api signIn(String tenant, String login, String password) {
        trySignIn(tenant, login, password).expect(200);
        return this;
    }

    /** Asks to be signed in. */
    public Answer trySignIn(String tenant, String login, String password) {
        Answer answer = post("/session", Map.of("tenant", tenant, "login", login, "password", password));
        if (answer.status() == 200) {
            header("X-CSRF-TOKEN", answer.text("csrf"));
        }
        return answer;
    }

    /** The value of a cookie. */
    public Optional<String> cookie(String name) {
        return Optional.ofNullable(cookies.get(name));
    }

    /** Puts a cookie as a browser would hold it. */
    public Api cookie(String name, String value) {
        cookies.put(name, value);
        return this;
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    /** What a GET answers, byte by byte. */
    public byte[] download(String path) {
        try {
            return CLIENT.send(request("GET", path, null), HttpResponse.BodyHandlers.ofByteArray())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public Answer post(String path, Object body) {
        return send("POST", path, body);
    }

    public Answer patch(String path, Object body) {
        return send("PATCH", path, body);
    }

    public Answer put(String path, Object body) {
        return send("PUT", path, body);
    }

    public Answer delete(String path) {
        return send("DELETE", path, null);
    }

    /** Sends a request; a body that is neither text nor bytes is written as JSON. */
    public Answer send(String method, String path, @Nullable Object body) {
        return exchange(request(method, path, body));
    }

    private HttpRequest request(String method, String path, @Nullable Object body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
                .timeout(Duration.ofSeconds(60))
                .method(method, publisher(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        headers.forEach(request::setHeader);
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(c -> c.getKey() + "=" + c.getValue())
                            .collect(Collectors.joining("; ")));
        }
        return request.build();
    }

    /** The text of an answer; of a stream, which has no end, nothing: it stays open. */
    private static HttpResponse.BodySubscriber<String> body(HttpResponse.ResponseInfo answer) {
        boolean endless = answer.headers()
                .firstValue("Content-Type")
                .filter(type -> type.startsWith("text/event-stream"))
                .isPresent();
        return endless
                ? HttpResponse.BodySubscribers.mapping(HttpResponse.BodySubscribers.ofInputStream(), endlessly -> "")
                : HttpResponse.BodySubscribers.ofString(StandardCharsets.UTF_8);
    }

    private Answer exchange(HttpRequest request) {
        try {
            HttpResponse<String> response = CLIENT.send(request, Api::body);
            response.headers().allValues("Set-Cookie").stream()
                    .flatMap(line -> HttpCookie.parse(line).stream())
                    .forEach(this::keep);
            return new Answer(response.statusCode(), response.headers(), response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void keep(HttpCookie cookie) {
        if (cookie.getMaxAge() == 0) {
            cookies.remove(cookie.getName());
        } else {
            cookies.put(cookie.getName(), cookie.getValue());
        }
    }

    private URI uri(String path) {
        return URI.create(address + (path.startsWith("//") ? path.substring(1) : "/api/v1" + path));
    }

    private static BodyPublisher publisher(@Nullable Object body) {
        return switch (body) {
            case null -> BodyPublishers.noBody();
            case String text -> BodyPublishers.ofString(text);
            case byte[] bytes -> BodyPublishers.ofByteArray(bytes);
            case BodyPublisher publisher -> publisher;
            default -> BodyPublishers.ofString(JSON.writeValueAsString(body));
        };
    }
}
