package io.hemai.database.backup;

import io.hemai.database.DatabaseRefused;
import io.hemai.kernel.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** The hash of every file in a backup; written last, so that a backup without it is known to be unfinished. */
record Manifest(Map<String, String> hashes) {
    static final String FILE = "manifest.sha256";

    /** Writes it in the format of {@code sha256sum}, so that a backup can also be checked without Hemai. */
    void write(Path backup) throws IOException {
        StringBuilder lines = new StringBuilder();
        new TreeMap<>(hashes)
                .forEach((file, hash) ->
                        lines.append(hash).append("  ").append(file).append('\n'));
        Files.writeString(backup.resolve(FILE), lines);
    }

    /** Compares every file with the manifest and refuses a backup that is unfinished or damaged. */
    static void verify(Path backup) throws IOException {
        Path file = backup.resolve(FILE);
        if (!Files.exists(file)) {
            throw new DatabaseRefused(
                    backup + " holds no finished backup: " + FILE + " is missing.",
                    "Name a directory that ./hemai backup finished.");
        }
        for (String line : Files.readAllLines(file)) {
            String[] parts = line.split(" {2}", 2);
            Path saved = backup.resolve(parts[1]);
            if (!Files.isRegularFile(saved) || !hash(saved).equals(parts[0])) {
                throw new DatabaseRefused(
                        "The backup in " + backup + " is damaged: " + parts[1] + " is missing or has changed.",
                        "Use another backup; nothing was restored from this one.");
            }
        }
    }

    private static String hash(Path file) throws IOException {
        try (InputStream content = Files.newInputStream(file)) {
            return copy(content, OutputStream.nullOutputStream());
        }
    }

    /** Copies a file's content and gives its hash. */
    static String copy(InputStream from, OutputStream to) throws IOException {
        MessageDigest digest = Sha256.digest();
        try (DigestInputStream content = new DigestInputStream(from, digest)) {
            content.transferTo(to);
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
