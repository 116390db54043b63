package io.hemai.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.RequestOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody who works on the same records behind the page's back: a colleague, another window, a program. */
public final class Behind {
    private static final Pattern CSRF = Pattern.compile("\"csrf\":\"([^\"]+)\"");
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");
    private static final Pattern VERSION = Pattern.compile("\"version\":(\\d+)");

    private final String address;
    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private String csrf = "";
    private String cookies = "";

    private Behind(String address) {
        this.address = address;
    }

    /** Signs somebody in, in no window. */
    public static Behind as(App hemai, String login) {
        Behind somebody = new Behind(hemai.address());
        String who = "{\"login\":\"%s\",\"password\":\"%s\"}".formatted(login, App.PASSWORD);
        somebody.csrf = first(CSRF, somebody.post("session", who));
        return somebody;
    }

    /** Signs in the window without its door. */
    public static void signIn(Page page, String login) {
        page.request()
                .post(
                        "/api/v1/session",
                        RequestOptions.create().setData(Map.of("login", login, "password", App.PASSWORD)));
    }

    /** With the window's own session. */
    public static Behind in(Page page) {
        Behind window = new Behind(page.url().replaceAll("(https?://[^/]+).*", "$1"));
        window.cookies = page.context().cookies().stream()
                .map(cookie -> cookie.name + "=" + cookie.value)
                .collect(Collectors.joining("; "));
        window.csrf = first(CSRF, window.call("GET", "session", "", Map.of()));
        return window;
    }

    /** Ends the session, as time or an administrator does. */
    public void endSession() {
        call("DELETE", "session", "", Map.of());
    }

    /** Makes a record and answers its id; values as JSON. */
    public String create(String object, String values) {
        return first(ID, call("POST", "records/" + object, values, Map.of()));
    }

    /** The record as the server has it. */
    public String read(String object, String id) {
        return call("GET", "records/" + object + "/" + id, "", Map.of());
    }

    /** Changes the record as it is now. */
    public void change(String object, String id, String values) {
        call("PATCH", "records/" + object + "/" + id, values, standing(object, id));
    }

    /** Deletes the record. */
    public void delete(String object, String id) {
        call("DELETE", "records/" + object + "/" + id, "", standing(object, id));
    }

    /** Any other call below {@code /api/v1/}; answers what comes back. */
    public String post(String path, String body) {
        return call("POST", path, body, Map.of());
    }

    /** Deletes what stands at the path below {@code /api/v1/}. */
    public void deleteAt(String path) {
        call("DELETE", path, "", Map.of());
    }

    private Map<String, String> standing(String object, String id) {
        return Map.of("If-Match", "\"" + first(VERSION, read(object, id)) + "\"");
    }

    private String call(String method, String path, String body, Map<String, String> headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + "/api/v1/" + path))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(body));
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

    private static String first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group(1);
    }
}
