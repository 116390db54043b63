package io.hemai.testing;

import java.net.http.HttpHeaders;
import tools.jackson.databind.JsonNode;

/** What the API answered. */
public record Answer(int status, HttpHeaders headers, String raw) {
    /** The body as JSON. */
    public JsonNode body() {
        return Api.JSON.readTree(raw);
    }

    /** A text in the body: {@code /errors/0/code} as a pointer, or a member by name. */
    public String text(String path) {
        return at(path).asString();
    }

    /** A value in the body. */
    public JsonNode at(String path) {
        return body().at(path.startsWith("/") ? path : "/" + path);
    }

    /** The code of a refusal. */
    public String code() {
        return text("code");
    }

    /** A header; empty when it is not there. */
    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** Fails unless it has the status. */
    public Answer expect(int wanted) {
        if (status != wanted) {
            throw new AssertionError("expected " + wanted + " but was " + status + ": " + raw);
        }
        return this;
    }

    /** Fails unless it is this refusal. */
    public Answer refused(int wanted, String code) {
        expect(wanted);
        if (!code.equals(code())) {
            throw new AssertionError("expected " + code + " but was " + raw);
        }
        return this;
    }
}
