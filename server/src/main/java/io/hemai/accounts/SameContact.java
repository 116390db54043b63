package io.hemai.accounts;

import org.springframework.stereotype.Component;

/** Contacts compare with people of every kind. */
@Component
final class SameContact extends SamePersonRule {
    SameContact(ContactObject contact) {
        super(contact, contact.mobile, contact.email);
    }
}
