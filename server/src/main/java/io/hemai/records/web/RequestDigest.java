package io.hemai.records.web;

import io.hemai.kernel.Sha256;
import io.hemai.web.JsonBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.multipart.MultipartFile;
import tools.jackson.databind.json.JsonMapper;

/** Tells whether a request is the same as one before: by its route, parameters, body and files. */
@Component
class RequestDigest {
    private final JsonMapper json;
    /** For requests with a secret, which a quick digest would give away to whoever guesses well. */
    private final PasswordEncoder slow = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();

    RequestDigest(JsonMapper json) {
        this.json = json;
    }

    /** A short form of everything that must be the same in a repetition. */
    String of(HttpServletRequest request, HandlerMethod route, @Nullable Object[] arguments) throws IOException {
        MessageDigest digest = Sha256.digest();
        add(digest, request.getRequestURI());
        Map<String, String[]> parameters = new TreeMap<>(request.getParameterMap());
        add(digest, json.writeValueAsString(parameters));
        for (int i = 0; i < arguments.length; i++) {
            if (arguments[i] instanceof MultipartFile file) {
                add(digest, file);
            } else if (arguments[i] instanceof List<?> list
                    && list.stream().allMatch(MultipartFile.class::isInstance)) {
                for (Object file : list) {
                    add(digest, (MultipartFile) file);
                }
            } else if (route.getMethodParameters()[i].hasParameterAnnotation(RequestBody.class)) {
                add(
                        digest,
                        json.writeValueAsString(arguments[i] instanceof JsonBody body ? body.value() : arguments[i]));
            }
        }
        if (!reads(route, arguments)) {
            request.getInputStream().transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Whether the route has read the body; what it does not care for must be the same as well. */
    private static boolean reads(HandlerMethod route, @Nullable Object[] arguments) {
        return Arrays.stream(route.getMethodParameters()).anyMatch(p -> p.hasParameterAnnotation(RequestBody.class))
                || Arrays.stream(arguments).anyMatch(MultipartFile.class::isInstance);
    }

    /** What is kept of a digest. */
    String kept(String digest, boolean secret) {
        return secret ? String.valueOf(slow.encode(digest)) : digest;
    }

    /** Whether what is kept is of this digest. */
    boolean same(String digest, String kept, boolean secret) {
        return secret ? slow.matches(digest, kept) : digest.equals(kept);
    }

    private static void add(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private static void add(MessageDigest digest, MultipartFile file) throws IOException {
        add(digest, String.valueOf(file.getOriginalFilename()));
        try (InputStream content = file.getInputStream();
                DigestOutputStream into = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
            content.transferTo(into);
        }
    }
}
