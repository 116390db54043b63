package io.hemai.web;

import io.hemai.kernel.Refusal;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** What a failure to write a file means to the client: a full disk is no defect of ours. */
public final class StorageFailures {
    /** The texts of ENOSPC, EDQUOT and EFBIG, by which alone Java tells them apart from other failures. */
    private static final List<String> FULL = List.of("No space left on device", "quota exceeded", "File too large");

    private StorageFailures() {}

    /** The refusal when the disk, or what may be used of it, is full; empty for everything else. */
    public static Optional<Refusal> refusal(Throwable failure) {
        return Failures.find(failure, IOException.class)
                .map(Throwable::getMessage)
                .filter(message -> FULL.stream().anyMatch(message::contains))
                .map(message -> Refusal.of(WebError.STORAGE_FULL));
    }
}
