package io.hemai.records.transfer;

import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.Form;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** An import as a browser's form sends it. */
public final class Upload {
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

    public static Upload of(String object, String csv) {
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
        Form form = new Form();
        parts.forEach(form::text);
        return form.file("file", name, "application/octet-stream", content).post(api, "/imports");
    }

    /** Sends it and waits for the end. */
    public Answer done(Api api) throws InterruptedException {
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
}
