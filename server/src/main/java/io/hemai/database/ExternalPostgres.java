package io.hemai.database;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** A server that somebody else runs, accepted only when it keeps what is committed and understands what we ask. */
record ExternalPostgres(DatabaseAddress address) implements DatabaseServer {
    private static final int OLDEST_VERSION = 17;

    private static final String FACTS = """
            select current_setting('server_version_num')::int / 10000 as major,
                   current_setting('server_encoding') as encoding,
                   current_setting('fsync') as fsync,
                   current_setting('full_page_writes') as full_page_writes,
                   current_setting('synchronous_commit') as synchronous_commit,
                   pg_is_in_recovery() as standby,
                   has_database_privilege(current_database(), 'CREATE') as may_create_schema,
                   current_database() as database,
                   (select rolsuper or rolcreaterole from pg_roles where rolname = current_user) as may_create_role,
                   exists (select from pg_collation where collname = 'zh-x-icu') as chinese
            """;

    /** Connects once and refuses with every reason there is. */
    static ExternalPostgres checked(DatabaseAddress address) {
        try (Connection connection = connect(address);
                Statement statement = connection.createStatement();
                ResultSet facts = statement.executeQuery(FACTS)) {
            facts.next();
            List<String> problems = new ArrayList<>();
            List<String> remedies = new ArrayList<>();
            for (Requirement requirement : requirements(facts, address.user())) {
                if (!requirement.met) {
                    problems.add(requirement.problem);
                    remedies.add(requirement.remedy);
                }
            }
            if (!problems.isEmpty()) {
                throw new DatabaseRefused(
                        "The database " + address + " cannot be used: " + String.join("; ", problems) + ".",
                        String.join(" ", remedies));
            }
            return new ExternalPostgres(address);
        } catch (SQLException e) {
            throw unreachable(address, e);
        }
    }

    private record Requirement(boolean met, String problem, String remedy) {}

    private static List<Requirement> requirements(ResultSet facts, String user) throws SQLException {
        String database = facts.getString("database");
        return List.of(
                new Requirement(
                        facts.getInt("major") >= OLDEST_VERSION,
                        "it is PostgreSQL " + facts.getInt("major"),
                        "Use PostgreSQL " + OLDEST_VERSION + " or newer."),
                new Requirement(
                        "UTF8".equals(facts.getString("encoding")),
                        "its encoding is " + facts.getString("encoding"),
                        "Make a database with ENCODING 'UTF8' TEMPLATE template0."),
                new Requirement(
                        "on".equals(facts.getString("fsync")),
                        "fsync is off, so a power cut destroys it",
                        "Set fsync = on."),
                new Requirement(
                        "on".equals(facts.getString("full_page_writes")),
                        "full_page_writes is off, so a power cut destroys it",
                        "Set full_page_writes = on."),
                new Requirement(
                        !"off".equals(facts.getString("synchronous_commit")),
                        "synchronous_commit is off, so committed work can be lost",
                        "Set synchronous_commit = on."),
                new Requirement(
                        !facts.getBoolean("standby"),
                        "it is a read-only standby",
                        "Point HEMAI_DB_URL at the primary."),
                new Requirement(
                        facts.getBoolean("may_create_schema"),
                        "the role may not create schemas",
                        "As its owner: GRANT CREATE ON DATABASE \"" + database + "\" TO \"" + user + "\"."),
                new Requirement(
                        facts.getBoolean("may_create_role"),
                        "the role may not create roles",
                        "As a superuser: ALTER ROLE \"" + user + "\" CREATEROLE."),
                new Requirement(
                        facts.getBoolean("chinese"),
                        "it lacks the collation zh-x-icu",
                        "Use a PostgreSQL that was built with ICU."));
    }

    private static Connection connect(DatabaseAddress address) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", address.user());
        properties.setProperty("password", address.password());
        properties.setProperty("connectTimeout", "10");
        properties.setProperty("socketTimeout", "30");
        return DriverManager.getConnection(address.url(), properties);
    }

    private static DatabaseRefused unreachable(DatabaseAddress address, SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        String reason =
                e.getMessage() == null ? "" : e.getMessage().lines().findFirst().orElse("");
        String remedy = switch (state) {
            case "28P01", "28000", "08004" ->
                "Check HEMAI_DB_USER and HEMAI_DB_PASSWORD, and that pg_hba.conf admits this host.";
            case "3D000" -> "Create the database, or correct its name in HEMAI_DB_URL.";
            case "08001" -> "Check host and port in HEMAI_DB_URL and that the server runs and is reachable.";
            default -> "Check HEMAI_DB_URL and the server's log.";
        };
        return new DatabaseRefused("The database " + address + " does not let us in: " + reason, remedy, e);
    }
}
