package io.hemai.demo;

import io.hemai.demo.Words.City;
import io.hemai.demo.Words.Industry;

/** An invented company before it is an account. */
record Company(String name, String shortName, String domain, City city, Industry industry, int employees) {

    String tier() {
        if (employees >= 2_000) {
            return "vip";
        }
        if (employees >= 800) {
            return "a";
        }
        return employees >= 250 ? "b" : "c";
    }
}
