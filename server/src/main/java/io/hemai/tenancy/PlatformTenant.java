package io.hemai.tenancy;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import io.hemai.kernel.Refusal;
import io.hemai.kernel.TenantId;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/** The columns of {@code platform.tenant}, for those who join it to rows of their own. */
public final class PlatformTenant {
    /** The table. */
    public static final Table<Record> TABLE = table(name("platform", "tenant"));
    /** The tenant's name. */
    public static final Field<String> ID = column("id", SQLDataType.VARCHAR);

    /** Of a {@link TenantState}. */
    static final Field<String> STATE = column("state", SQLDataType.VARCHAR);

    static final Field<String> LABEL = column("label", SQLDataType.VARCHAR);
    static final Field<String> TIME_ZONE = column("time_zone", SQLDataType.VARCHAR);
    static final Field<String> LOCALE = column("locale", SQLDataType.VARCHAR);
    static final Field<String> BASE_CURRENCY = column("base_currency", SQLDataType.VARCHAR);
    static final Field<Long> METADATA_VERSION = column("metadata_version", SQLDataType.BIGINT);
    static final Field<Long> RIGHTS_VERSION = column("rights_version", SQLDataType.BIGINT);
    static final Field<String> STATE_REASON = column("state_reason", SQLDataType.VARCHAR);

    private PlatformTenant() {}

    /** Whether the tenant of a joined row is in use. */
    public static Condition inUse() {
        return STATE.eq(TenantState.ACTIVE.code());
    }

    /** Every column that {@link #read} needs. */
    public static List<Field<?>> columns() {
        return List.of(ID, LABEL, TIME_ZONE, LOCALE, BASE_CURRENCY, METADATA_VERSION, RIGHTS_VERSION, STATE);
    }

    private static <T> Field<T> column(String column, org.jooq.DataType<T> type) {
        return field(name("platform", "tenant", column), type);
    }

    /** The tenant of a row that holds all {@link #columns}; a refusal when it is not in use. */
    public static Tenant readActive(Record row) {
        if (!TenantState.ACTIVE.code().equals(row.get(STATE))) {
            throw Refusal.of(TenancyError.SET_ASIDE, row.get(ID));
        }
        return read(row);
    }

    /** The tenant of a row that holds all {@link #columns}. */
    public static Tenant read(Record row) {
        return new Tenant(
                new TenantId(row.get(ID)),
                row.get(LABEL),
                ZoneId.of(row.get(TIME_ZONE)),
                Locale.forLanguageTag(row.get(LOCALE)),
                Currency.getInstance(row.get(BASE_CURRENCY)),
                row.get(METADATA_VERSION),
                row.get(RIGHTS_VERSION));
    }
}
