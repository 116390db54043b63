package io.hemai.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIRequestContext;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.options.RequestOptions;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Puts in place what a test is going to look at, without the pages; its window is then signed in as the same person. */
public final class Api {
    private static final Pattern CSRF = Pattern.compile("\"csrf\":\"([^\"]+)\"");
    private static final Pattern ID = Pattern.compile("\"id\":\"([0-9a-f-]{36})\"");

    private final APIRequestContext calls;
    private final String csrf;

    private Api(APIRequestContext calls, String csrf) {
        this.calls = calls;
        this.csrf = csrf;
    }

    /** Signs the window in; the password is the one of tests. */
    public static Api signIn(Screen screen, String login) {
        APIRequestContext calls = screen.page().request();
        APIResponse answer = calls.post(
                "/api/v1/session", RequestOptions.create().setData(Map.of("login", login, "password", App.PASSWORD)));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return new Api(calls, first(CSRF, answer.text()));
    }

    /** Makes a record and tells its id. */
    public String make(String object, Map<String, Object> values) {
        return first(ID, post("/api/v1/records/" + object + "?duplicates=allow", values));
    }

    /** Sends it and tells the answer. */
    public String post(String path, Map<String, Object> body) {
        APIResponse answer = calls.post(
                path, RequestOptions.create().setHeader("X-CSRF-TOKEN", csrf).setData(body));
        assertThat(answer.ok()).as(answer.status() + " " + answer.text()).isTrue();
        return answer.text();
    }

    private static String first(Pattern pattern, String text) {
        Matcher found = pattern.matcher(text);
        assertThat(found.find()).as(text).isTrue();
        return found.group(1);
    }
}
