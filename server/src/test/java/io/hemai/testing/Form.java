package io.hemai.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** A form with parts, as a browser sends it. */
public final class Form {
    private static final String BOUNDARY = "------------------------form";

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();

    /** Adds a text. */
    public Form text(String part, String value) {
        return write(
                "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + part + "\"\r\n\r\n" + value + "\r\n");
    }

    /** Adds a file. */
    public Form file(String part, String name, String type, byte[] content) {
        write("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + part + "\"; filename=\"" + name
                + "\"\r\nContent-Type: " + type + "\r\n\r\n");
        body.writeBytes(content);
        return write("\r\n");
    }

    private Form write(String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    /** Sends it. */
    public Answer post(Api api, String path) {
        write("--" + BOUNDARY + "--\r\n");
        try {
            return api.header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                    .send("POST", path, body.toByteArray());
        } finally {
            api.without("Content-Type");
        }
    }
}
