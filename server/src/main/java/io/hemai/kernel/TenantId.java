package io.hemai.kernel;

import java.util.regex.Pattern;

/** The short name of a tenant, such as {@code main}; safe to build a schema's name from. */
public record TenantId(String name) {
    private static final Pattern FORM = Pattern.compile("[a-z][a-z0-9_]{0,40}");

    /** The tenant that exists from the first start. */
    public static final TenantId MAIN = new TenantId("main");

    public TenantId {
        if (!FORM.matcher(name).matches()) {
            throw new IllegalArgumentException("not a tenant name: " + name);
        }
    }

    /** Whether the text may name a tenant. */
    public static boolean valid(String text) {
        return FORM.matcher(text).matches();
    }

    /** The schema that holds the tenant's tables, which is also the name of its database role. */
    public String schema() {
        return "t_" + name;
    }

    @Override
    public String toString() {
        return name;
    }
}
