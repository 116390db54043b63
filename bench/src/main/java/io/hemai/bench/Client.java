package io.hemai.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who is signed in, and asks one thing at a time. */
record Client(int port, String cookie, String csrf) {
    static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    static Client signIn(int port, String login) {
        String body = JSON.writeValueAsString(java.util.Map.of("login", login, "password", People.PASSWORD));
        HttpResponse<String> answer =
                new Client(port, "", "").send("POST", "/session", BodyPublishers.ofString(body), "application/json");
        String cookie = answer.headers().allValues("Set-Cookie").stream()
                .map(c -> c.substring(0, c.indexOf(';')))
                .reduce((a, b) -> a + "; " + b)
                .orElseThrow();
        return new Client(port, cookie, JSON.readTree(answer.body()).at("/csrf").asString());
    }

    JsonNode get(String path) {
        return JSON.readTree(
                send("GET", path, BodyPublishers.noBody(), "application/json").body());
    }

    JsonNode post(String path, Object body) {
        return send(path, "POST", body);
    }

    JsonNode send(String path, String method, Object body) {
        return JSON.readTree(
                send(method, path, BodyPublishers.ofString(JSON.writeValueAsString(body)), "application/json")
                        .body());
    }

    HttpResponse<String> send(String method, String path, BodyPublisher body, String type) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1" + path))
                .method(method, body)
                .header("Content-Type", type);
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie).header("X-CSRF-TOKEN", csrf);
        }
        try {
            HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
            if (answer.statusCode() >= 300) {
                throw new IllegalStateException(method + " " + path + ": " + answer.statusCode() + " " + answer.body());
            }
            return answer;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The bytes of the same request for {@link Load}. */
    byte[] wire(String method, String path, String body) {
        String headers = "Cookie: " + cookie + "\r\n" + (method.equals("GET") ? "" : "X-CSRF-TOKEN: " + csrf + "\r\n");
        return Wire.request(method, "/api/v1" + path, headers, body);
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
