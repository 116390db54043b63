package io.hemai.identity;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The first administrator ({@code HEMAI_ADMIN_LOGIN}, {@code HEMAI_ADMIN_PASSWORD}) and the address under which people reach
 * Hemai ({@code HEMAI_BASE_URL}).
 */
@ConfigurationProperties("hemai")
public record IdentityProperties(
        @DefaultValue Admin admin, @Nullable String baseUrl) {
    /**
     * The administrator of the first start.
     *
     * @param newPassword whether the one there is gets that password, or a random one, with this start
     */
    public record Admin(
            @DefaultValue("admin") String login,
            @Nullable String password,
            @DefaultValue("false") boolean newPassword) {}

    /** Whether people come by https, so that cookies may insist on it. */
    public boolean isSecure() {
        return baseUrl != null && baseUrl.startsWith("https:");
    }
}
