package io.hemai.database.embedded;

import io.hemai.database.DatabaseAddress;
import java.nio.file.Path;
import java.util.Optional;

/** The server of a home that some Hemai runs at this moment. */
public record RunningPostgres(DatabaseAddress administration, long pid) {
    /** The home's server, if one runs; it is neither started nor held. */
    public static Optional<RunningPostgres> of(Path home) {
        return Postmaster.of(home.resolve(DataDirectory.NAME))
                .filter(Postmaster::alive)
                .map(server ->
                        new RunningPostgres(DataDirectory.existing(home).administration(server.port()), server.pid()));
    }
}
