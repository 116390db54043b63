package io.hemai.metadata;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** Turns declarations of tests into objects as the application does with its own. */
public final class TestObjects {
    private TestObjects() {}

    /** The objects declared, without any company's additions. */
    public static ObjectTypes of(StandardObject... declared) {
        try {
            return new Declarations(List.of(declared), new Wording()).objects();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
