package io.hemai.records.transfer;

import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** An import as a browser's form sends it. */
final class Upload {
    private static final String BOUNDARY = "------------------------form";
    private static final long PATIENCE_MILLIS = 120_000;
    private static final long PAUSE_MILLIS = 50;

    private final String name;
    private final byte[] content;
    private final Map<String, String> parts = new LinkedHashMap<>();

    private Upload(String name, byte[] content) {
        this.name = name;
        this.content = content;
    }

    static Upload of(String object, String name, byte[] content) {
        return new Upload(name, content).with("object", object);
    }

    static Upload of(String object, String csv) {
        return of(object, object + ".csv", csv.getBytes(StandardCharsets.UTF_8));
    }

    Upload with(String part, String value) {
        parts.put(part, value);
        return this;
    }

    Upload mapping(Object mapping) {
        return with("mapping", Api.JSON.writeValueAsString(mapping));
    }

    /** Sends it. */
    Answer to(Api api) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        parts.forEach((part, value) -> text(
                body,
                "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + part + "\"\r\n\r\n" + value
                        + "\r\n"));
        text(
                body,
                "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n");
        body.writeBytes(content);
        text(body, "\r\n--" + BOUNDARY + "--\r\n");
        try {
            return api.header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                    .send("POST", "/imports", body.toByteArray());
        } finally {
            api.without("Content-Type");
        }
    }

    /** Sends it and waits for the end. */
    Answer done(Api api) throws InterruptedException {
        return awaited(api, "/imports/" + to(api).expect(202).text("id"));
    }

    /** Waits until the job is neither queued nor running. */
    static Answer awaited(Api api, String path) throws InterruptedException {
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        Answer answer = api.get(path).expect(200);
        while (answer.text("status").equals("queued") || answer.text("status").equals("running")) {
            if (System.currentTimeMillis() > end) {
                throw new AssertionError("does not end: " + answer.raw());
            }
            Thread.sleep(PAUSE_MILLIS);
            answer = api.get(path).expect(200);
        }
        return answer;
    }

    private static void text(ByteArrayOutputStream body, String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
