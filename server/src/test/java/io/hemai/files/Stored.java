package io.hemai.files;

import io.hemai.testing.Answer;
import io.hemai.testing.Api;
import io.hemai.testing.Form;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;

/** Files as clients store them in tests. */
final class Stored {
    private Stored() {}

    /** Stores a file, with a type that the client made up. */
    static Answer send(Api api, String name, byte[] content) {
        return new Form().file("file", name, "application/x-anything", content).post(api, "/files");
    }

    static Answer send(Api api, String name, String content) {
        return send(api, name, content.getBytes(StandardCharsets.UTF_8));
    }

    /** Stores a text of its own and answers the id. */
    static String text(Api api, String name) {
        return send(api, name, "text " + ThreadLocalRandom.current().nextLong())
                .expect(201)
                .text("id");
    }

    /** A picture that can be shown. */
    static byte[] picture(String format) {
        return Pictures.encoded(new BufferedImage(2, 2, BufferedImage.TYPE_INT_RGB), format);
    }
}
