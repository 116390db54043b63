package io.hemai.demo;

import java.time.Instant;
import java.util.List;

/**
 * An account as the story goes on.
 *
 * @param people those of its people who are contacts, in the order of {@code contacts}
 * @param carer the login of who looks after it when it has bought
 */
record Customer(
        Company company, DemoPlan.Account account, List<Face> people, List<DemoPlan.Contact> contacts, String carer) {

    Instant since() {
        return account.createdAt();
    }
}
