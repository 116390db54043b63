package io.hemai.identity;

import java.time.Duration;

/** What failed sign-ins are counted by. Nobody is ever locked out: each rule leaves another way in, or waits only shortly. */
enum ThrottleRule {
    /** One login from one address: somebody guesses. The same login from elsewhere is not held up. */
    LOGIN_AND_ADDRESS(5, Duration.ofMinutes(15)),
    /** All logins from one address: somebody tries a list. Browsers that are known are not held up. */
    ADDRESS(30, Duration.ofMinutes(15)),
    /** One login from anywhere: many guess together. Short, because it holds up the person in a new browser as well. */
    LOGIN(50, Duration.ofSeconds(10)),
    /** One login in a browser in which that person has signed in before. */
    KNOWN_DEVICE(10, Duration.ofMinutes(15));

    private final int free;
    private final Duration longest;

    ThrottleRule(int free, Duration longest) {
        this.free = free;
        this.longest = longest;
    }

    /** How many failures cost nothing. */
    int free() {
        return free;
    }

    /** The longest wait. */
    Duration longest() {
        return longest;
    }
}
