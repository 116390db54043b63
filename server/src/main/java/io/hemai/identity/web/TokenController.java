package io.hemai.identity.web;

import io.hemai.identity.Caller;
import io.hemai.identity.IdentityError;
import io.hemai.identity.RequiresScope;
import io.hemai.identity.Scope;
import io.hemai.identity.Tokens;
import io.hemai.kernel.KernelError;
import io.hemai.kernel.Problems;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.web.Once;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The tokens of the person who asks. */
@RestController
@RequestMapping("/api/v1/tokens")
@RequiresScope(Scope.ADMIN)
class TokenController {
    private final Tokens tokens;

    TokenController(Tokens tokens) {
        this.tokens = tokens;
    }

    /** What a new token is to be. */
    record NewToken(
            @Nullable String name,
            @Nullable List<String> scopes,
            @Nullable String expiresAt) {}

    @PostMapping
    @Once(secretAnswer = true)
    ResponseEntity<Map<String, Object>> make(@RequestBody NewToken wanted) {
        Problems problems = new Problems();
        String name = wanted.name() == null ? "" : wanted.name();
        Set<Scope> scopes = scopes(wanted.scopes() == null ? List.of() : wanted.scopes(), problems);
        Optional<Instant> expiresAt = Optional.ofNullable(wanted.expiresAt()).flatMap(text -> instant(text, problems));
        problems.refuseIfAny();
        Tokens.Made made = tokens.make(Caller.current().orElseThrow(), name, scopes, expiresAt);
        return ResponseEntity.created(URI.create("/api/v1/tokens/" + made.id()))
                .body(Map.of("id", made.id().toString(), "token", made.text()));
    }

    @GetMapping
    Map<String, Object> list() {
        List<Map<String, Object>> items = tokens.list(Caller.current().orElseThrow()).stream()
                .map(TokenController::item)
                .toList();
        return Map.of("items", items);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@PathVariable String id) {
        RecordId token = RecordId.parse(id).orElseThrow(() -> Refusal.of(KernelError.NOT_FOUND));
        tokens.revoke(Caller.current().orElseThrow(), token);
    }

    private static Set<Scope> scopes(List<String> codes, Problems problems) {
        Set<Scope> scopes = new LinkedHashSet<>();
        for (String code : codes) {
            Scope.of(String.valueOf(code))
                    .ifPresentOrElse(
                            scopes::add,
                            () -> problems.add("scopes", IdentityError.TOKEN_UNKNOWN_SCOPE, code, known()));
        }
        return scopes;
    }

    private static String known() {
        return String.join(" ", Arrays.stream(Scope.values()).map(Scope::code).toList());
    }

    private static Optional<Instant> instant(String text, Problems problems) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException unreadable) {
            problems.add("expires_at", IdentityError.TOKEN_EXPIRY);
            return Optional.empty();
        }
    }

    private static Map<String, Object> item(Tokens.Listed token) {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("id", token.id().toString());
        item.put("name", token.name());
        item.put("scopes", token.scopes().stream().sorted().map(Scope::code).toList());
        item.put("created_at", token.createdAt().toString());
        item.put(
                "expires_at",
                token.expiresAt() == null ? null : token.expiresAt().toString());
        item.put(
                "last_used_at",
                token.lastUsedAt() == null ? null : token.lastUsedAt().toString());
        return item;
    }
}
