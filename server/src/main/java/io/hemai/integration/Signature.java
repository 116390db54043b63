package io.hemai.integration;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The headers by which the receiver knows a message and who sent it, as Standard Webhooks describes them. */
final class Signature {
    private Signature() {}

    /**
     * Those of a message.
     *
     * @param id by which the receiver tells that it has it already
     * @param at when it is sent, which each try says anew
     * @param keys that sign it; a receiver has one of them
     */
    static Map<String, String> headers(String id, Instant at, byte[] body, List<byte[]> keys) {
        String seconds = Long.toString(at.getEpochSecond());
        byte[] before = (id + "." + seconds + ".").getBytes(StandardCharsets.UTF_8);
        byte[] signed = new byte[before.length + body.length];
        System.arraycopy(before, 0, signed, 0, before.length);
        System.arraycopy(body, 0, signed, before.length, body.length);
        return Map.of(
                "webhook-id",
                id,
                "webhook-timestamp",
                seconds,
                "webhook-signature",
                keys.stream()
                        .map(key -> "v1," + Base64.getEncoder().encodeToString(SigningKeys.hmac(key, signed)))
                        .collect(Collectors.joining(" ")));
    }
}
