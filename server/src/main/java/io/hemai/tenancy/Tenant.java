package io.hemai.tenancy;

import io.hemai.kernel.TenantId;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;

/**
 * A company that uses this installation.
 *
 * @param zone whose days the company counts in, unless a person has another
 * @param base the currency it counts in
 * @param metadataVersion grows with every change of its objects and fields
 * @param rightsVersion grows with every change of its people and rights
 */
public record Tenant(
        TenantId id,
        String label,
        ZoneId zone,
        Locale locale,
        Currency base,
        long metadataVersion,
        long rightsVersion) {
    /** What the company of the first start is called until somebody writes a better name. */
    public static final String UNNAMED = "Hemai";

    /** Whether somebody has said what it is called. */
    public boolean isNamed() {
        return !label.equals(UNNAMED);
    }

    /** ISO 3166 code of the country that it works in, whose telephone numbers need no country code. */
    public String country() {
        return locale.getCountry().isEmpty() ? "CN" : locale.getCountry();
    }

    /** The schema with its tables, and its database role. */
    public String schema() {
        return id.schema();
    }
}
