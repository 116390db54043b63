package io.hemai.database;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where Hemai keeps its things ({@code HEMAI_HOME}) and which database it uses ({@code HEMAI_DB_…}).
 *
 * @param home directory of everything that Hemai writes
 * @param db an external database; without its URL Hemai runs its own
 */
@ConfigurationProperties("hemai")
public record DatabaseProperties(
        @DefaultValue("./data") String home, @DefaultValue External db) {

    /** A database that somebody else runs. */
    public record External(
            @Nullable String url,
            @Nullable String user,
            @Nullable String password) {}

    /** The home as an absolute path. */
    public Path homeDirectory() {
        return Path.of(home).toAbsolutePath().normalize();
    }

    /** The external database, if one is asked for. */
    Optional<DatabaseAddress> external() {
        if (db.url == null || db.url.isBlank()) {
            return Optional.empty();
        }
        if (!db.url.startsWith("jdbc:postgresql:")) {
            throw new DatabaseRefused(
                    "HEMAI_DB_URL is not the address of a PostgreSQL database: " + db.url,
                    "Write it as jdbc:postgresql://host:5432/database; user and password go into HEMAI_DB_USER"
                            + " and HEMAI_DB_PASSWORD.");
        }
        return Optional.of(new DatabaseAddress(db.url, orEmpty(db.user), orEmpty(db.password)));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
