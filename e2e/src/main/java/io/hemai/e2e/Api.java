package io.hemai.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The API without a page: puts in place what a test is going to look at, and works on it behind the page's back, as a colleague or a
 * program does. Paths are those below {@code /api/v1/}; what is sent is JSON as a text, or anything that is written as JSON.
 */
public final class Api {
    private static final Pattern CSRF = Pattern.compile("\"csrf\":\"([^\"]+)\"");
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");
    private static final Pattern VERSION = Pattern.compile("\"version\":(\\d+)");

    private final String address;
    private final HttpClient client;
    /** Of a window; who has none keeps cookies by oneself. */
    private final String cookies;

    private String csrf = "";

    private Api(String address, HttpClient client, String cookies) {
        this.address = address;
        this.client = client;
        this.cookies = cookies;
    }

    /** Signs somebody in, in no window. */
    public static Api as(App hemai, String login) {
        HttpClient own =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        Api somebody = new Api(hemai.address(), own, "");
        somebody.csrf = first(CSRF, somebody.post("session", Map.of("login", login, "password", App.PASSWORD)));
        return somebody;
    }

    /** With the session of a window that is signed in. */
    static Api in(String address, String cookies) {
        Api window = new Api(address, HttpClient.newHttpClient(), cookies);
        window.csrf = first(CSRF, window.get("session"));
        return window;
    }

    /** Ends the session, as time or an administrator does. */
    public void endSession() {
        deleteAt("session");
    }

    /** Makes a record and answers its id. */
    public String create(String object, Object values) {
        return idOf(post("records/" + object + "?duplicates=allow", values));
    }

    /** Somebody new, who signs in with the password of all tests. */
    public void hire(String login, String... roles) {
        String id = create("user", Map.of("name", login, "login", login, "roles", List.of(roles)));
        post("users/" + id + "/password", Map.of("password", App.PASSWORD));
    }

    /** The record as the server has it. */
    public String read(String object, String id) {
        return get("records/" + object + "/" + id);
    }

    /** The id of the newest record that the person sees. */
    public String first(String object) {
        return idOf(get("records/" + object + "?limit=1&fields=id"));
    }

    /** The same of those whose field has the value. */
    public String first(String object, String field, String value) {
        String filter = json(Map.of("field", field, "op", "eq", "value", value));
        return idOf(get("records/" + object + "?limit=1&fields=id&filter="
                + URLEncoder.encode(filter, StandardCharsets.UTF_8)));
    }

    /** Changes the record as it is now. */
    public void change(String object, String id, Object values) {
        call("PATCH", "records/" + object + "/" + id, values, standing(object, id));
    }

    /** Deletes the record. */
    public void delete(String object, String id) {
        call("DELETE", "records/" + object + "/" + id, "", standing(object, id));
    }

    /** Any other question; answers what comes back. */
    public String get(String path) {
        return call("GET", path, "", Map.of());
    }

    /** Any other call; answers what comes back. */
    public String post(String path, Object body) {
        return call("POST", path, body, Map.of());
    }

    /** Deletes what stands at the path. */
    public void deleteAt(String path) {
        call("DELETE", path, "", Map.of());
    }

    private Map<String, String> standing(String object, String id) {
        return Map.of("If-Match", "\"" + first(VERSION, read(object, id)) + "\"");
    }

    private String call(String method, String path, Object body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + "/api/v1/" + path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(json(body)));
        if (!csrf.isEmpty()) {
            request.header("X-CSRF-TOKEN", csrf);
        }
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies);
        }
        headers.forEach(request::header);
        try {
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode())
                    .as(method + " " + path + ": " + answer.body())
                    .isLessThan(300);
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String json(Object body) {
        return body instanceof String text ? text : new Gson().toJson(body);
    }

    /** The first id in an answer. */
    public static String idOf(String answer) {
        return first(ID, answer);
    }

    private static String first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group(1);
    }
}
