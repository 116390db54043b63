package io.hemai.people.web;

import io.hemai.identity.OpenTo;
import io.hemai.identity.RequiresScope;
import io.hemai.identity.Scope;
import io.hemai.identity.Visitor;
import io.hemai.kernel.KernelError;
import io.hemai.kernel.RecordId;
import io.hemai.kernel.Refusal;
import io.hemai.people.PeoplePasswords;
import io.hemai.people.UserObject;
import io.hemai.records.Records;
import io.hemai.records.Values;
import io.hemai.web.JsonBody;
import io.hemai.web.Once;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What is done with people besides changing their records. */
@RestController
@RequestMapping("/api/v1/users/{id}")
class UsersController {
    private final PeoplePasswords passwords;
    private final Records records;
    private final UserObject user;

    UsersController(PeoplePasswords passwords, Records records, UserObject user) {
        this.passwords = passwords;
        this.records = records;
        this.user = user;
    }

    /** A password to be. */
    record NewPassword(@Nullable String password, @Nullable String current) {}

    @PostMapping("/password")
    @Once(secretRequest = true)
    @OpenTo(OpenTo.Who.SIGNED_IN)
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void setPassword(@PathVariable String id, @RequestBody NewPassword given, HttpServletRequest request) {
        if (given.password() == null) {
            throw Refusal.ofField("password", KernelError.MISSING, "password");
        }
        Visitor visitor = new Visitor(
                request.getRemoteAddr(), Objects.requireNonNullElse(request.getHeader(HttpHeaders.USER_AGENT), ""), "");
        passwords.set(id(id), given.current(), Objects.requireNonNull(given.password()), visitor);
    }

    @PutMapping("/roles")
    @RequiresScope(Scope.ADMIN)
    Map<String, Object> setRoles(@PathVariable String id, @RequestBody JsonBody body) {
        RecordId person = id(id);
        List<String> roles = body.list().stream()
                .map(role -> role instanceof String name ? name : refuse())
                .toList();
        records.update(user, person, Values.of(user.roles, roles));
        List<String> given = records.read(user, person).value(user.roles);
        return Map.of("id", person.toString(), "roles", given == null ? List.of() : given);
    }

    private static String refuse() {
        throw Refusal.ofField("body", KernelError.WRONG_TYPE, "[\"role\"]");
    }

    private static RecordId id(String text) {
        return RecordId.parse(text).orElseThrow(() -> Refusal.of(KernelError.NOT_FOUND));
    }
}
