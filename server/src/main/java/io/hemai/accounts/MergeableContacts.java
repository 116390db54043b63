package io.hemai.accounts;

import io.hemai.merging.Mergeable;
import org.springframework.stereotype.Component;

/** Contacts can be merged. */
@Component
final class MergeableContacts implements Mergeable {
    private final ContactObject contact;

    MergeableContacts(ContactObject contact) {
        this.contact = contact;
    }

    @Override
    public String object() {
        return contact.name();
    }
}
