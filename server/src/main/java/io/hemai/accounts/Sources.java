package io.hemai.accounts;

/** Where leads, customers and deals come from to begin with; companies add their own. */
public final class Sources {
    private static final String[] CODES = {
        "website",
        "search",
        "advertising",
        "social_media",
        "wechat",
        "exhibition",
        "event",
        "referral",
        "partner",
        "cold_call",
        "mail",
        "tender",
        "customer",
        "other"
    };

    private Sources() {}

    /** The codes in the order in which they are offered. */
    public static String[] codes() {
        return CODES.clone();
    }
}
