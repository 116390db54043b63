package io.hemai.identity;

import static org.jooq.impl.DSL.name;

import java.time.OffsetDateTime;
import java.util.UUID;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** The tables of this module in the schema {@code platform}. */
final class IdentityTables {
    private IdentityTables() {}

    /** How a person gets in. */
    static final class SignIn {
        static final Table<Record> TABLE = table("sign_in");
        static final Field<UUID> ID = column("id", SQLDataType.UUID);
        static final Field<String> TENANT = column("tenant", SQLDataType.VARCHAR);
        static final Field<UUID> USER = column("user_id", SQLDataType.UUID);
        static final Field<String> LOGIN = column("login", SQLDataType.VARCHAR);
        static final Field<String> LABEL = column("label", SQLDataType.VARCHAR);
        static final Field<String> LOCALE = column("locale", SQLDataType.VARCHAR);
        static final Field<String> TIME_ZONE = column("time_zone", SQLDataType.VARCHAR);
        static final Field<Boolean> ACTIVE = column("active", SQLDataType.BOOLEAN);
        static final Field<String> PASSWORD_HASH = column("password_hash", SQLDataType.VARCHAR);
        static final Field<OffsetDateTime> PASSWORD_CHANGED_AT = column("password_changed_at", INSTANT);
        static final Field<String> DEVICE = column("device", SQLDataType.VARCHAR);
        static final Field<OffsetDateTime> CREATED_AT = column("created_at", INSTANT);

        private SignIn() {}

        private static <T> Field<T> column(String column, DataType<T> type) {
            return IdentityTables.column("sign_in", column, type);
        }
    }

    /** An open web session. */
    static final class Session {
        static final Table<Record> TABLE = table("session");
        static final Field<byte[]> ID = column("id", SQLDataType.VARBINARY);
        static final Field<String> TENANT = column("tenant", SQLDataType.VARCHAR);
        static final Field<UUID> SIGN_IN = column("sign_in", SQLDataType.UUID);
        static final Field<String> CSRF = column("csrf", SQLDataType.VARCHAR);
        static final Field<OffsetDateTime> CREATED_AT = column("created_at", INSTANT);
        static final Field<OffsetDateTime> ACCESSED_AT = column("accessed_at", INSTANT);
        static final Field<OffsetDateTime> EXPIRES_AT = column("expires_at", INSTANT);
        static final Field<String> ADDRESS = column("address", SQLDataType.VARCHAR);
        static final Field<String> USER_AGENT = column("user_agent", SQLDataType.VARCHAR);

        private Session() {}

        private static <T> Field<T> column(String column, DataType<T> type) {
            return IdentityTables.column("session", column, type);
        }
    }

    /** What a program shows instead of a session. */
    static final class Token {
        static final Table<Record> TABLE = table("token");
        static final Field<UUID> ID = column("id", SQLDataType.UUID);
        static final Field<byte[]> HASH = column("hash", SQLDataType.VARBINARY);
        static final Field<String> TENANT = column("tenant", SQLDataType.VARCHAR);
        static final Field<UUID> SIGN_IN = column("sign_in", SQLDataType.UUID);
        static final Field<UUID> PARENT = column("parent", SQLDataType.UUID);
        static final Field<String> NAME = column("name", SQLDataType.VARCHAR);
        static final Field<String[]> SCOPES = column("scopes", SQLDataType.VARCHAR.array());
        static final Field<OffsetDateTime> CREATED_AT = column("created_at", INSTANT);
        static final Field<OffsetDateTime> EXPIRES_AT = column("expires_at", INSTANT);
        static final Field<OffsetDateTime> LAST_USED_AT = column("last_used_at", INSTANT);

        private Token() {}

        private static <T> Field<T> column(String column, DataType<T> type) {
            return IdentityTables.column("token", column, type);
        }
    }

    /** What lets a person do one thing without signing in. */
    static final class Pass {
        static final Table<Record> TABLE = table("pass");
        static final Field<byte[]> HASH = column("hash", SQLDataType.VARBINARY);
        static final Field<String> TENANT = column("tenant", SQLDataType.VARCHAR);
        static final Field<UUID> SIGN_IN = column("sign_in", SQLDataType.UUID);
        static final Field<String> PURPOSE = column("purpose", SQLDataType.VARCHAR);
        static final Field<String> ABOUT = column("about", SQLDataType.VARCHAR);
        static final Field<OffsetDateTime> CREATED_AT = column("created_at", INSTANT);
        static final Field<OffsetDateTime> EXPIRES_AT = column("expires_at", INSTANT);

        private Pass() {}

        private static <T> Field<T> column(String column, DataType<T> type) {
            return IdentityTables.column("pass", column, type);
        }
    }

    /** Failed attempts of late. */
    static final class Throttled {
        static final Table<Record> TABLE = table("throttle");
        static final Field<String> KEY = column("key", SQLDataType.VARCHAR);
        static final Field<Integer> FAILURES = column("failures", SQLDataType.INTEGER);
        static final Field<OffsetDateTime> FAILED_AT = column("failed_at", INSTANT);
        static final Field<OffsetDateTime> OPEN_AT = column("open_at", INSTANT);

        private Throttled() {}

        private static <T> Field<T> column(String column, DataType<T> type) {
            return IdentityTables.column("throttle", column, type);
        }
    }

    private static final DataType<OffsetDateTime> INSTANT = SQLDataType.TIMESTAMPWITHTIMEZONE(6);

    private static Table<Record> table(String table) {
        return DSL.table(name("platform", table));
    }

    private static <T> Field<T> column(String table, String column, DataType<T> type) {
        return DSL.field(name("platform", table, column), type);
    }
}
