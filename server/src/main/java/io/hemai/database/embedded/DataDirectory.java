package io.hemai.database.embedded;

import io.hemai.database.DatabaseAddress;
import io.hemai.database.DatabaseRefused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The directory of the embedded server: made once, checked and given its settings at each start. */
final class DataDirectory {
    /** The application's role: owns its database and may create tenants' roles, and is no superuser. */
    private static final String ROLE = "hemai";

    /** Its name within a home. */
    static final String NAME = "postgres";

    private static final String SUPERUSER = "postgres";
    private static final String PASSWORD = "postgres.password";
    private static final int MAJOR_VERSION = 18;
    private static final int PASSWORD_BYTES = 24;
    private static final Pattern PORT = Pattern.compile("(?m)^port = (\\d+)$");

    private final Path path;
    private final String password;

    private DataDirectory(Path path, String password) {
        this.path = path;
        this.password = password;
    }

    /** Opens the home's data directory and makes it first when there is none. */
    static DataDirectory open(Path home, PostgresPrograms programs, ServerSettings settings) {
        try {
            if (Files.exists(home.resolve(NAME).resolve("PG_VERSION"))) {
                DataDirectory directory = existing(home);
                directory.checkVersion();
                return directory;
            }
            DataDirectory directory = new DataDirectory(home.resolve(NAME), password(home));
            directory.create(programs, settings.durable());
            return directory;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The data directory of a home that has one. */
    static DataDirectory existing(Path home) {
        Path secret = home.resolve(PASSWORD);
        try {
            return new DataDirectory(
                    home.resolve(NAME), Files.readString(secret).strip());
        } catch (IOException e) {
            throw new DatabaseRefused(
                    "The password of the embedded database cannot be read from " + secret + ".",
                    "Run as the user who runs Hemai, or bring the file back from a backup of " + home + ".",
                    e);
        }
    }

    Path path() {
        return path;
    }

    /** The application's database on this port. */
    DatabaseAddress address(int port) {
        return new DatabaseAddress(url(port, ROLE), ROLE, password);
    }

    /** The same database as the superuser, for what only an administrator may do. */
    DatabaseAddress administration(int port) {
        return new DatabaseAddress(url(port, ROLE), SUPERUSER, password);
    }

    private static String url(int port, String database) {
        // the connection does not leave this machine, so there is nothing to encrypt and two questions less to ask
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database + "?sslmode=disable&gssEncMode=disable";
    }

    /** The port of the last start, or 0. */
    int lastPort() {
        Matcher port = PORT.matcher(settings());
        return port.find() ? Integer.parseInt(port.group(1)) : 0;
    }

    /** The settings that the server last started with. */
    String settings() {
        try {
            Path file = path.resolve("postgresql.conf");
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(String settings) {
        try {
            Files.writeString(path.resolve("postgresql.conf"), settings);
            Files.writeString(path.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 scram-sha-256\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void checkVersion() throws IOException {
        int found =
                Integer.parseInt(Files.readString(path.resolve("PG_VERSION")).strip());
        if (found > MAJOR_VERSION) {
            throw new DatabaseRefused(
                    path + " was written by PostgreSQL " + found + ", newer than this Hemai's " + MAJOR_VERSION + ".",
                    "Start it with the newer Hemai that made it, or restore a backup of before the upgrade.");
        }
        if (found < MAJOR_VERSION) {
            throw new DatabaseRefused(
                    path + " was written by PostgreSQL " + found + "; this Hemai brings " + MAJOR_VERSION + ".",
                    "Convert it with pg_upgrade to version " + MAJOR_VERSION + ", or start the older Hemai.");
        }
    }

    /** Everything is made beside its place and renamed, so that a crash leaves no half directory. */
    private void create(PostgresPrograms programs, boolean durable) throws IOException {
        Path made = path.resolveSibling("postgres.new");
        DirectoryTree.delete(made);
        Path secret = Files.createTempFile("hemai-initdb", ".secret");
        try {
            Files.writeString(secret, password);
            succeed(programs.run(
                    "initdb",
                    "",
                    "--pgdata=" + made,
                    "--username=" + SUPERUSER,
                    "--pwfile=" + secret,
                    "--auth=scram-sha-256",
                    "--encoding=UTF8",
                    "--locale=" + PostgresPrograms.LOCALE,
                    "--locale-provider=builtin",
                    "--builtin-locale=C.UTF-8",
                    durable ? "--sync-method=" + PostgresPrograms.SYNC : "--no-sync"));
        } finally {
            Files.delete(secret);
        }
        // single-user mode takes a statement to end with a semicolon and an empty line
        String accounts = "create role " + ROLE + " login createrole password '" + password + "';\n\n"
                + "create database " + ROLE + " owner " + ROLE + ";\n\n";
        succeed(programs.run("postgres", accounts, "--single", "-j", "-D", made.toString(), "postgres"));
        Files.move(made, path, StandardCopyOption.ATOMIC_MOVE);
    }

    private void succeed(PostgresPrograms.Outcome outcome) {
        if (outcome.status() != 0 || outcome.said().contains("ERROR:")) {
            throw new DatabaseRefused(
                    "The database directory " + path + " cannot be made: "
                            + outcome.said().strip(),
                    "Check that the disk has room and that the user who runs Hemai may write there.");
        }
    }

    /** Made once; only the user who runs Hemai can read it. */
    private static String password(Path home) throws IOException {
        Path file = home.resolve(PASSWORD);
        if (!Files.exists(file)) {
            byte[] random = new byte[PASSWORD_BYTES];
            new SecureRandom().nextBytes(random);
            Path fresh = Files.createTempFile(
                    home,
                    "password",
                    ".new",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(fresh, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return Files.readString(file).strip();
    }
}
