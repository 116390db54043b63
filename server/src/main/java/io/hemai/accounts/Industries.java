package io.hemai.accounts;

/** The industries that leads and customers are sorted into to begin with; companies add their own. */
public final class Industries {
    private static final String[] CODES = {
        "manufacturing",
        "machinery",
        "auto_parts",
        "electronics",
        "new_energy",
        "chemicals",
        "medical_devices",
        "building_materials",
        "food",
        "software",
        "internet",
        "finance",
        "healthcare",
        "education",
        "retail",
        "trade",
        "logistics",
        "construction",
        "real_estate",
        "energy",
        "agriculture",
        "media",
        "hospitality",
        "professional_services",
        "government",
        "other"
    };

    private Industries() {}

    /** The codes in the order in which they are offered. */
    public static String[] codes() {
        return CODES.clone();
    }
}
